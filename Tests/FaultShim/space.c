// The room on a disk, as FAULT_FREE says: a path, an equals sign, and the bytes that are free wherever a path begins so.
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

static int measure(const char *name, const char *restrict path, struct statvfs *restrict status) {
    int (*next)(const char *, struct statvfs *) = (int (*)(const char *, struct statvfs *))dlsym(RTLD_NEXT, name);
    int result = next(path, status);
    const char *asked = getenv("FAULT_FREE"), *end = asked ? strrchr(asked, '=') : NULL;
    if (result != 0 || !end || strncmp(path, asked, (size_t)(end - asked)) != 0) return result;
    status->f_frsize = 1;
    status->f_bavail = (fsblkcnt_t)strtoull(end + 1, NULL, 10);
    return 0;
}

int statvfs(const char *restrict path, struct statvfs *restrict status) {
    return measure("statvfs", path, status);
}

int statvfs64(const char *restrict path, struct statvfs64 *restrict status) {
    return measure("statvfs64", path, (struct statvfs *)status);
}
