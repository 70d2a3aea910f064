// Tells what was done, one record after the other: kind (1 byte), inode (8), offset (8), three lengths (4 each), then
// the path, the other path and the bytes. Numbers are little-endian. Paths are relative to the folder under test.
#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int journal = -1;

void open_journal(const char *path) {
    journal = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static const char *relative(const char *path) {
    return path ? path + strlen(root()) : "";
}

void note(struct record record) {
    if (journal < 0) return;
    const char *path = relative(record.path), *other = relative(record.other);
    uint32_t lengths[3] = {(uint32_t)strlen(path), (uint32_t)strlen(other), (uint32_t)record.count};
    uint8_t kind = (uint8_t)record.kind;
    struct iovec parts[] = {
        {&kind, 1},          {&record.inode, 8},   {&record.offset, 8},
        {lengths, 12},       {(void *)path, lengths[0]}, {(void *)other, lengths[1]},
        {(void *)record.bytes, record.count},
    };
    syscall(SYS_writev, journal, parts, 7);
}
