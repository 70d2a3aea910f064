#include <sqlite3.h>

// Swift cannot call functions with a variable number of arguments.
static inline int retention_fire_triggers(sqlite3 *connection, int fire) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, fire, (int *)0);
}

// Before the first connection: SQLite then keeps no count of its memory, which takes a lock at every allocation.
static inline int retention_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
