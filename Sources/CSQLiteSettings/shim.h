#include <sqlite3.h>

// Swift cannot call functions with a variable number of arguments.
static inline int retention_fire_triggers(sqlite3 *connection, int fire) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, fire, (int *)0);
}
