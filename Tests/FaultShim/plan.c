// Decides which operation on files meets which fault, as the environment asks:
//
//   FAULT_CLOCK   see clock.c
//   FAULT_ROOT    the folder whose files count; nothing happens without it
//   FAULT_AT      the operation that meets the fault, counted from 1; without it none does
//   FAULT_MODE    kill: die before it; torn: write half of it, then die; short: write half of it; error: fail;
//                 interrupt: a signal comes with it
//   FAULT_ERRNO   the number of the error, which an operation that cannot meet it leaves to the next that can; or that of
//                 the signal
//   FAULT_KIND    link or unlink: only such operations count
//   FAULT_READS   1: reads count, and no operation that changes something
//   FAULT_STICKY  1: so does every operation from then on
//   FAULT_LOG     a file outside of the folder that tells every operation, with its bytes
//   FAULT_IGNORE  what is said to be done and is not: file-sync, folder-sync, lock. A program that promises
//                 durability must not survive this.
//
//   FAULT_CHILD   1: all of this is for the process that the program starts, and not for the program itself
//
// Other children of the process are left alone.
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
    char root[4096];
    char ignored[64];
    char mode;
    int error;
    bool sticky, reads;
    enum kind only; // 0: every kind
    long at, done;
} plan;

// Operations are counted and told one at a time, whatever threads there are.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

void take_turn(void) { pthread_mutex_lock(&turn); }
void end_turn(void) { pthread_mutex_unlock(&turn); }
const char *root(void) { return plan.root; }

static const char *asked(const char *name) {
    const char *value = getenv(name);
    return value ? value : "";
}

__attribute__((constructor)) static void read_plan(void) {
    if (asked("FAULT_CHILD")[0] == '1') {
        setenv("FAULT_CHILD", "0", 1);
        return;
    }
    strncpy(plan.root, asked("FAULT_ROOT"), sizeof plan.root - 1);
    strncpy(plan.ignored, asked("FAULT_IGNORE"), sizeof plan.ignored - 1);
    plan.mode = asked("FAULT_MODE")[0];
    plan.error = atoi(asked("FAULT_ERRNO"));
    plan.sticky = asked("FAULT_STICKY")[0] == '1';
    plan.reads = asked("FAULT_READS")[0] == '1';
    plan.only = !strcmp(asked("FAULT_KIND"), "link") ? LINK : !strcmp(asked("FAULT_KIND"), "unlink") ? UNLINK : 0;
    plan.at = atol(asked("FAULT_AT"));
    if (*asked("FAULT_LOG")) open_journal(asked("FAULT_LOG"));
    unsetenv("FAULT_ROOT");
    unsetenv("FAULT_AT");
    unsetenv("FAULT_LOG");
    unsetenv("LD_PRELOAD");
}

bool is_ignored(const char *name) { return strcmp(plan.ignored, name) == 0; }
bool counts_reads(void) { return plan.reads; }

void die(void) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) pause();
}

// As Linux file systems have it.
static bool can_meet(int error, enum kind kind) {
    switch (error) {
    case ENOSPC: return kind == CREATE || kind == WRITE || kind == LINK || kind == MKDIR;
    case EROFS: return kind != SYNC;
    case EINTR: return kind == WRITE;
    default: return true;
    }
}

enum verdict consider(enum kind kind) {
    if ((kind == READ) != plan.reads || (plan.only && kind != plan.only)) return PERFORM;
    plan.done += 1;
    if (plan.at == 0 || plan.done < plan.at) return PERFORM;
    switch (plan.mode) {
    case 'k': return DIE;
    case 't': return kind == WRITE ? TEAR : DIE;
    case 's':
        if (kind != WRITE && kind != READ) return PERFORM;
        if (!plan.sticky) plan.at = 0;
        return HALVE;
    case 'i':
        plan.at = 0;
        syscall(SYS_kill, syscall(SYS_getpid), plan.error);
        return PERFORM;
    case 'e':
        if (!can_meet(plan.error, kind)) return PERFORM;
        if (!plan.sticky) plan.at = 0;
        errno = plan.error;
        return FAIL;
    default: return PERFORM;
    }
}
