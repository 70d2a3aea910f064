// What the parts of the shim share. See plan.c for what the environment may ask for.
#ifndef RETENTION_FAULT_SHIM_PARTS_H
#define RETENTION_FAULT_SHIM_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define HIDDEN __attribute__((visibility("hidden")))

// What an operation does to the file system, and so which errors it can meet.
enum kind {
    CREATE = 'C', // a file comes into being
    SIZE = 'T',   // a file is cut, or made longer
    WRITE = 'W',
    SYNC = 'S',
    LINK = 'L',
    RENAME = 'R',
    UNLINK = 'U',
    MKDIR = 'M',
    READ = 'G',   // counted apart from the others, which change something
};

// What to do with an operation.
enum verdict {
    PERFORM, // as it was asked for
    FAIL,    // not at all; errno says why
    HALVE,   // a write or a read: the first half, and say so
    TEAR,    // a write: the first half, then die
    DIE,     // die before it
};

struct record {
    enum kind kind;
    uint64_t inode;
    int64_t offset; // of a write; the new size; 1 for the synchronisation of a folder
    const char *path;
    const char *other; // the new name
    const void *bytes;
    size_t count;
};

// plan.c
HIDDEN enum verdict consider(enum kind kind);
HIDDEN bool is_ignored(const char *name);
HIDDEN bool counts_reads(void);
HIDDEN void die(void) __attribute__((noreturn));
HIDDEN void take_turn(void);
HIDDEN void end_turn(void);

// places.c: whether a path or descriptor lies in the folder under test, and where.
HIDDEN bool find_path(int folder, const char *path, char *found, size_t size);
HIDDEN bool find_descriptor(int descriptor, char *found, size_t size);
HIDDEN uint64_t inode_at(const char *path);
HIDDEN uint64_t inode_of(int descriptor);
HIDDEN bool is_folder(int descriptor);

// journal.c: what was done, for whoever wants to know what a power cut would have left of it.
HIDDEN void open_journal(const char *path);
HIDDEN void note(struct record record);

HIDDEN const char *root(void);

#endif
