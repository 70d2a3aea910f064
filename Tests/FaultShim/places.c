// Where a path or an open file lies. Only what is in the folder under test counts.
#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool lies_inside(const char *path) {
    size_t length = strlen(root());
    return length > 0 && strncmp(path, root(), length) == 0 && (path[length] == '/' || path[length] == 0);
}

bool find_descriptor(int descriptor, char *found, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = readlink(link, found, size - 1);
    if (count < 0) return false;
    found[count] = 0;
    return lies_inside(found);
}

bool find_path(int folder, const char *path, char *found, size_t size) {
    if (!path || !*root()) return false;
    if (path[0] == '/') {
        snprintf(found, size, "%s", path);
        return lies_inside(found);
    }
    char base[4096];
    if (folder == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) return false;
    } else if (!find_descriptor(folder, base, sizeof base)) {
        return false;
    }
    if ((size_t)snprintf(found, size, "%s/%s", base, path) >= size) return false;
    return lies_inside(found);
}

uint64_t inode_at(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 ? status.st_ino : 0;
}

uint64_t inode_of(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

bool is_folder(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}
