// The calls of the C library that change files or read them, each passed on, halved, failed or never returning.
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { PATH = 8192 };

// The verdict on an operation that can only be done or not.
static bool may_perform(enum kind kind) {
    switch (consider(kind)) {
    case PERFORM:
    case HALVE: return true;
    case FAIL: return false;
    default: die();
    }
}

// MARK: Files that come into being

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    char found[PATH];
    bool changes = (flags & (O_CREAT | O_TRUNC)) != 0 && (flags & O_TMPFILE) != O_TMPFILE;
    if (!changes || !find_path(folder, path, found, sizeof found))
        return (int)syscall(SYS_openat, folder, path, flags, mode);
    take_turn();
    bool isNew = (flags & O_CREAT) && inode_at(found) == 0;
    if ((isNew || (flags & O_TRUNC)) && !may_perform(isNew ? CREATE : SIZE)) {
        end_turn();
        return -1;
    }
    int file = (int)syscall(SYS_openat, folder, path, flags, mode);
    int code = errno;
    if (file >= 0 && isNew)
        note((struct record){.kind = CREATE, .inode = inode_of(file), .path = found});
    else if (file >= 0 && (flags & O_TRUNC))
        note((struct record){.kind = SIZE, .inode = inode_of(file), .path = found});
    end_turn();
    errno = code;
    return file;
}

#define MODE(flags, last) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, last); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags, flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags, flags) return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags, flags) return open_at(folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static int make_folder(int folder, const char *path, mode_t mode) {
    char found[PATH];
    if (!find_path(folder, path, found, sizeof found) || inode_at(found) != 0)
        return (int)syscall(SYS_mkdirat, folder, path, mode);
    take_turn();
    int result = may_perform(MKDIR) ? (int)syscall(SYS_mkdirat, folder, path, mode) : -1;
    if (result == 0) note((struct record){.kind = MKDIR, .inode = inode_at(found), .path = found});
    end_turn();
    return result;
}

int mkdir(const char *path, mode_t mode) { return make_folder(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return make_folder(folder, path, mode); }

// MARK: Bytes

// At an offset, or where the file's own position is.
static ssize_t write_at(int file, const void *bytes, size_t count, const off_t *offset) {
    char found[PATH];
    bool counts = file > 2 && find_descriptor(file, found, sizeof found);
    if (counts) take_turn();
    enum verdict verdict = counts ? consider(WRITE) : PERFORM;
    if (verdict == DIE) die();
    if (verdict == FAIL) {
        end_turn();
        return -1;
    }
    size_t part = verdict == PERFORM ? count : (count + 1) / 2;
    // The end is asked for, not the position: a file may have been opened to append.
    off_t start = offset ? *offset : lseek(file, 0, (fcntl(file, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
    ssize_t done = offset ? syscall(SYS_pwrite64, file, bytes, part, *offset) : syscall(SYS_write, file, bytes, part);
    if (verdict == TEAR) die();
    int code = errno;
    if (counts) {
        if (done > 0)
            note((struct record){
                .kind = WRITE, .inode = inode_of(file), .offset = start, .path = found, .bytes = bytes,
                .count = (size_t)done});
        end_turn();
    }
    errno = code;
    return done;
}

ssize_t write(int file, const void *bytes, size_t count) { return write_at(file, bytes, count, NULL); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) { return write_at(file, bytes, count, &offset); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off_t offset) { return write_at(file, bytes, count, &offset); }

// Writing the first part alone is a short write, which its callers must expect anyway.
ssize_t writev(int file, const struct iovec *parts, int count) {
    char found[PATH];
    if (count < 1 || file <= 2 || !find_descriptor(file, found, sizeof found)) return syscall(SYS_writev, file, parts, count);
    return write_at(file, parts[0].iov_base, parts[0].iov_len, NULL);
}

// At an offset, or where the file's own position is.
static ssize_t read_at(int file, void *bytes, size_t count, const off_t *offset) {
    char found[PATH];
    bool counts = counts_reads() && file > 2 && find_descriptor(file, found, sizeof found);
    if (counts) take_turn();
    enum verdict verdict = counts ? consider(READ) : PERFORM;
    if (verdict == DIE) die();
    ssize_t done = -1;
    if (verdict != FAIL) {
        size_t part = verdict == PERFORM ? count : (count + 1) / 2;
        done = offset ? syscall(SYS_pread64, file, bytes, part, *offset) : syscall(SYS_read, file, bytes, part);
    }
    int code = errno;
    if (counts) {
        if (verdict != FAIL) note((struct record){.kind = READ, .inode = inode_of(file), .path = found});
        end_turn();
    }
    errno = code;
    return done;
}

ssize_t read(int file, void *bytes, size_t count) { return read_at(file, bytes, count, NULL); }
ssize_t pread(int file, void *bytes, size_t count, off_t offset) { return read_at(file, bytes, count, &offset); }
ssize_t pread64(int file, void *bytes, size_t count, off_t offset) { return read_at(file, bytes, count, &offset); }

static int set_size(int file, off_t size) {
    char found[PATH];
    if (!find_descriptor(file, found, sizeof found)) return (int)syscall(SYS_ftruncate, file, size);
    take_turn();
    int result = may_perform(SIZE) ? (int)syscall(SYS_ftruncate, file, size) : -1;
    if (result == 0) note((struct record){.kind = SIZE, .inode = inode_of(file), .offset = size, .path = found});
    end_turn();
    return result;
}

int ftruncate(int file, off_t size) { return set_size(file, size); }
int ftruncate64(int file, off_t size) { return set_size(file, size); }

static int synchronize(int file, long call) {
    char found[PATH];
    if (!find_descriptor(file, found, sizeof found)) return (int)syscall(call, file);
    bool folder = is_folder(file);
    if (is_ignored(folder ? "folder-sync" : "file-sync")) return 0;
    take_turn();
    int result = may_perform(SYNC) ? (int)syscall(call, file) : -1;
    if (result == 0)
        note((struct record){.kind = SYNC, .inode = inode_of(file), .offset = folder, .path = found});
    end_turn();
    return result;
}

int fsync(int file) { return synchronize(file, SYS_fsync); }
int fdatasync(int file) { return synchronize(file, SYS_fdatasync); }

// MARK: Names

static int rename_at(int from, const char *old, int to, const char *new, unsigned flags) {
    char found[PATH], other[PATH];
    bool counts = find_path(from, old, found, sizeof found) && find_path(to, new, other, sizeof other);
    if (!counts) return (int)syscall(SYS_renameat2, from, old, to, new, flags);
    take_turn();
    int result = may_perform(RENAME) ? (int)syscall(SYS_renameat2, from, old, to, new, flags) : -1;
    if (result == 0) note((struct record){.kind = RENAME, .inode = inode_at(other), .path = found, .other = other});
    end_turn();
    return result;
}

int rename(const char *old, const char *new) { return rename_at(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return rename_at(from, old, to, new, 0); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    return rename_at(from, old, to, new, flags);
}

int linkat(int from, const char *old, int to, const char *new, int flags) {
    char found[PATH], other[PATH];
    bool counts = find_path(from, old, found, sizeof found) && find_path(to, new, other, sizeof other);
    if (!counts) return (int)syscall(SYS_linkat, from, old, to, new, flags);
    take_turn();
    int result = may_perform(LINK) ? (int)syscall(SYS_linkat, from, old, to, new, flags) : -1;
    if (result == 0) note((struct record){.kind = LINK, .inode = inode_at(other), .path = found, .other = other});
    end_turn();
    return result;
}

int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }

int unlinkat(int folder, const char *path, int flags) {
    char found[PATH];
    if (!find_path(folder, path, found, sizeof found) || inode_at(found) == 0)
        return (int)syscall(SYS_unlinkat, folder, path, flags);
    take_turn();
    int result = may_perform(UNLINK) ? (int)syscall(SYS_unlinkat, folder, path, flags) : -1;
    if (result == 0) note((struct record){.kind = UNLINK, .path = found});
    end_turn();
    return result;
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int remove(const char *path) {
    struct stat status;
    bool folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    return unlinkat(AT_FDCWD, path, folder ? AT_REMOVEDIR : 0);
}

// MARK: Locks

int flock(int file, int operation) {
    char found[PATH];
    if (is_ignored("lock") && find_descriptor(file, found, sizeof found)) return 0;
    return (int)syscall(SYS_flock, file, operation);
}
