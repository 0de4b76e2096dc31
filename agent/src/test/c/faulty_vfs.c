/*
 * A storage that fails, below SQLite: a VFS (sqlite.org/vfs.html) around the one that is the
 * default, as a loadable extension, so that the library under test is the one that ships.
 *
 *   SELECT load_extension('.../faulty_vfs.so')   registers it, for the life of the process
 *   SELECT faulty_under('/folder/')              acts on the files below it, and forgets all else
 *   SELECT faulty_fail(what, after, every, how)  calls begin to fail
 *   SELECT faulty_lie(1)                         a sync says that it is done and does nothing
 *   SELECT faulty_cut(seed)                      what a loss of power leaves of the files
 *   SELECT faulty_counts()                       {"writes":..,"bytes":..,"syncs":..} since under
 *
 * Of a file, every change since its last sync is kept with what was there before:
 *
 *   PENDING   written, not synced: a loss of power may take it, all or a part
 *   DURABLE   synced; kept while something before it is not, because the order counts
 *   DOOMED    its sync failed. The kernel then counts the page as clean: no later sync of the
 *             same page brings it to the storage, so that it stays at the mercy of the power
 *
 * A cut undoes all that is kept, newest first, and does again, oldest first, what is DURABLE and a
 * random part of the rest, each whole or up to a random byte. Not simulated: a file whose name is
 * lost with its folder's sync, and shared memory, which no power cut survives anyway; nor what is
 * written past SQLite: a file that was moved over another one is taken for synced.
 *
 * Nothing here is for production: it is compiled by the test that uses it.
 */
#include <sqlite3ext.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
SQLITE_EXTENSION_INIT1

enum state { PENDING, DURABLE, DOOMED };
enum call { OPEN = 1, READ = 2, WRITE = 4, TRUNCATE = 8, SYNC = 16 };

/* One change of a file: a write of `size` bytes at `offset`, or a cut to `offset` bytes. */
typedef struct Change {
  struct Change *older, *newer;
  enum state state;
  int truncates;
  sqlite3_int64 offset;
  int size;
  unsigned char *now;
  sqlite3_int64 size_before;
  sqlite3_int64 kept;          /* how many bytes `before` holds, from `offset` on */
  unsigned char *before;
} Change;

/* What is not safe yet of one file, whoever has it open. */
typedef struct Disk {
  struct Disk *next;
  char *path;
  ino_t inode;
  Change *oldest, *newest;
} Disk;

/* An open file; the real one lies behind it in the same memory. */
typedef struct File {
  sqlite3_file base;
  sqlite3_file *real;
  Disk *disk;
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static sqlite3_mutex *mutex;

static char *under;
static Disk *disks;
static int failing;            /* a set of enum call */
static int fails_after, fails_every, fails_how, turn;
static int lies;
static sqlite3_int64 writes, bytes, syncs;

/* Whether this call is one that fails; to be asked once a call, under the mutex. */
static int fails(enum call call) {
  if (!(failing & call)) return 0;
  if (fails_after > 0) {
    fails_after--;
    return 0;
  }
  return fails_every <= 1 || turn++ % fails_every == 0;
}

static void forget(Disk *disk) {
  while (disk->oldest) {
    Change *change = disk->oldest;
    disk->oldest = change->newer;
    free(change->now);
    free(change->before);
    free(change);
  }
  disk->newest = 0;
}

/* Of a path that another file was moved to since it was opened: whoever moved it has synced it. */
static Disk *disk_of(const char *path) {
  struct stat now;
  ino_t inode = stat(path, &now) == 0 ? now.st_ino : 0;
  Disk *disk = disks;
  while (disk && strcmp(disk->path, path) != 0) disk = disk->next;
  if (!disk) {
    disk = calloc(1, sizeof *disk);
    disk->path = strdup(path);
    disk->next = disks;
    disks = disk;
  }
  if (disk->inode != inode) forget(disk);
  disk->inode = inode;
  return disk;
}

/* Remembers what a change is about to take away. */
static Change *remember(File *file, int truncates, const void *data, int size, sqlite3_int64 at) {
  Change *change = calloc(1, sizeof *change);
  change->truncates = truncates;
  change->offset = at;
  change->size = size;
  if (size > 0) {
    change->now = malloc(size);
    memcpy(change->now, data, size);
  }
  file->real->pMethods->xFileSize(file->real, &change->size_before);
  sqlite3_int64 end = truncates || at + size > change->size_before ? change->size_before : at + size;
  if (end > at) {
    change->kept = end - at;
    change->before = malloc(change->kept);
    file->real->pMethods->xRead(file->real, change->before, (int)change->kept, at);
  }
  change->older = file->disk->newest;
  if (change->older) change->older->newer = change;
  else file->disk->oldest = change;
  return file->disk->newest = change;
}

static int x_close(sqlite3_file *f) {
  File *file = (File *)f;
  return file->real->pMethods->xClose(file->real);
}

static int x_read(sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
  File *file = (File *)f;
  sqlite3_mutex_enter(mutex);
  int failed = fails(READ);
  sqlite3_mutex_leave(mutex);
  return failed ? SQLITE_IOERR_READ : file->real->pMethods->xRead(file->real, to, size, at);
}

/* A disk that fills up takes a part of the write first, as write(2) does. */
static int x_write(sqlite3_file *f, const void *from, int size, sqlite3_int64 at) {
  File *file = (File *)f;
  sqlite3_mutex_enter(mutex);
  int failed = fails(WRITE);
  int taken = !failed ? size : fails_how == ENOSPC ? size / 2 : 0;
  int result = SQLITE_OK;
  if (taken > 0) {
    remember(file, 0, from, taken, at);
    result = file->real->pMethods->xWrite(file->real, from, taken, at);
    writes++;
    bytes += taken;
  }
  sqlite3_mutex_leave(mutex);
  if (failed) return fails_how == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return result;
}

static int x_truncate(sqlite3_file *f, sqlite3_int64 size) {
  File *file = (File *)f;
  sqlite3_mutex_enter(mutex);
  int result = SQLITE_IOERR_TRUNCATE;
  if (!fails(TRUNCATE)) {
    remember(file, 1, 0, 0, size);
    result = file->real->pMethods->xTruncate(file->real, size);
  }
  sqlite3_mutex_leave(mutex);
  return result;
}

/* The real storage is not asked: what it would do is what this file is about. */
static int x_sync(sqlite3_file *f, int flags) {
  (void)flags;
  Disk *disk = ((File *)f)->disk;
  sqlite3_mutex_enter(mutex);
  syncs++;
  int failed = fails(SYNC);
  if (failed || !lies) {
    for (Change *change = disk->oldest; change; change = change->newer)
      if (change->state == PENDING) change->state = failed ? DOOMED : DURABLE;
    int all_safe = 1;
    for (Change *change = disk->oldest; change; change = change->newer)
      all_safe = all_safe && change->state == DURABLE;
    if (all_safe) forget(disk);
  }
  sqlite3_mutex_leave(mutex);
  return failed ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

#define FORWARD(name, parameters, arguments) \
  static int name parameters { \
    sqlite3_file *real = ((File *)f)->real; \
    return real->pMethods->x##name arguments; \
  }
FORWARD(FileSize, (sqlite3_file *f, sqlite3_int64 *size), (real, size))
FORWARD(Lock, (sqlite3_file *f, int lock), (real, lock))
FORWARD(Unlock, (sqlite3_file *f, int lock), (real, lock))
FORWARD(CheckReservedLock, (sqlite3_file *f, int *out), (real, out))
FORWARD(FileControl, (sqlite3_file *f, int op, void *arg), (real, op, arg))
FORWARD(SectorSize, (sqlite3_file *f), (real))
FORWARD(DeviceCharacteristics, (sqlite3_file *f), (real))
FORWARD(ShmMap, (sqlite3_file *f, int page, int size, int extend, void volatile **out),
        (real, page, size, extend, out))
FORWARD(ShmLock, (sqlite3_file *f, int offset, int n, int flags), (real, offset, n, flags))
FORWARD(ShmUnmap, (sqlite3_file *f, int unlink), (real, unlink))
static void ShmBarrier(sqlite3_file *f) {
  sqlite3_file *real = ((File *)f)->real;
  real->pMethods->xShmBarrier(real);
}

/* Version 2: no xFetch, so that every byte goes through xRead and xWrite. */
static const sqlite3_io_methods methods = {
  2, x_close, x_read, x_write, x_truncate, x_sync, FileSize, Lock, Unlock, CheckReservedLock,
  FileControl, SectorSize, DeviceCharacteristics, ShmMap, ShmLock, ShmBarrier, ShmUnmap, 0, 0
};

static int is_under(const char *path) {
  return under && path && strncmp(path, under, strlen(under)) == 0;
}

/* A storage that is read-only opens a file that is there, to read, as the real VFS does. */
static int x_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f, int flags, int *out) {
  (void)vfs;
  if (!is_under(path)) return real_vfs->xOpen(real_vfs, path, f, flags, out);
  sqlite3_mutex_enter(mutex);
  int failed = fails(OPEN);
  sqlite3_mutex_leave(mutex);
  f->pMethods = 0;
  if (failed && fails_how != EROFS) return SQLITE_CANTOPEN;
  if (failed) {
    int change = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE;
    flags = (flags & ~change) | SQLITE_OPEN_READONLY;
  }
  File *file = (File *)f;
  file->real = (sqlite3_file *)(file + 1);
  int result = real_vfs->xOpen(real_vfs, path, file->real, flags, out);
  if (result == SQLITE_OK) {
    sqlite3_mutex_enter(mutex);
    file->disk = disk_of(path);
    sqlite3_mutex_leave(mutex);
    file->base.pMethods = &methods;
  }
  return result;
}

static int x_delete(sqlite3_vfs *vfs, const char *path, int sync_folder) {
  (void)vfs;
  if (is_under(path)) {
    sqlite3_mutex_enter(mutex);
    int failed = fails(TRUNCATE);
    if (!failed) forget(disk_of(path));
    sqlite3_mutex_leave(mutex);
    if (failed) return SQLITE_IOERR_DELETE;
  }
  return real_vfs->xDelete(real_vfs, path, sync_folder);
}

/* xorshift64*: the same cut from the same seed everywhere. */
static sqlite3_uint64 chance;
static unsigned chance_below(unsigned bound) {
  chance ^= chance >> 12;
  chance ^= chance << 25;
  chance ^= chance >> 27;
  return (unsigned)((chance * 2685821657736338717ULL) >> 33) % bound;
}

static void undo(sqlite3_file *f, const Change *change) {
  if (change->kept > 0) f->pMethods->xWrite(f, change->before, (int)change->kept, change->offset);
  f->pMethods->xTruncate(f, change->size_before);
}

static void redo(sqlite3_file *f, const Change *change) {
  int whole = change->state == DURABLE;
  if (!whole && chance_below(2)) return;
  int size = whole || chance_below(4) ? change->size : (int)chance_below(change->size + 1);
  if (change->truncates) f->pMethods->xTruncate(f, change->offset);
  else if (size > 0) f->pMethods->xWrite(f, change->now, size, change->offset);
}

static void cut(Disk *disk) {
  disk_of(disk->path);
  sqlite3_file *f = calloc(1, real_vfs->szOsFile);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_JOURNAL;
  if (disk->oldest && real_vfs->xOpen(real_vfs, disk->path, f, flags, 0) == SQLITE_OK) {
    for (Change *change = disk->newest; change; change = change->older) undo(f, change);
    for (Change *change = disk->oldest; change; change = change->newer) redo(f, change);
    f->pMethods->xClose(f);
  }
  free(f);
  forget(disk);
}

static void sql_under(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  sqlite3_mutex_enter(mutex);
  free(under);
  under = strdup((const char *)sqlite3_value_text(values[0]));
  for (Disk *disk = disks; disk; disk = disk->next) forget(disk);
  failing = lies = 0;
  writes = bytes = syncs = 0;
  sqlite3_mutex_leave(mutex);
  sqlite3_result_null(context);
}

static int calls_of(const char *what) {
  if (strcmp(what, "nothing") == 0) return 0;
  if (strcmp(what, "open") == 0) return OPEN;
  if (strcmp(what, "read") == 0) return READ;
  if (strcmp(what, "write") == 0) return WRITE;
  if (strcmp(what, "sync") == 0) return SYNC;
  if (strcmp(what, "change") == 0) return OPEN | WRITE | TRUNCATE | SYNC;
  if (strcmp(what, "any") == 0) return OPEN | READ | WRITE | TRUNCATE | SYNC;
  return -1;
}

static int errno_of(const char *how) {
  return strcmp(how, "ENOSPC") == 0 ? ENOSPC : strcmp(how, "EROFS") == 0 ? EROFS : EIO;
}

static void sql_fail(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  int calls = calls_of((const char *)sqlite3_value_text(values[0]));
  if (calls < 0) {
    sqlite3_result_error(context, "nothing, open, read, write, sync, change or any", -1);
    return;
  }
  sqlite3_mutex_enter(mutex);
  failing = calls;
  turn = 0;
  fails_after = sqlite3_value_int(values[1]);
  fails_every = sqlite3_value_int(values[2]);
  fails_how = errno_of((const char *)sqlite3_value_text(values[3]));
  sqlite3_mutex_leave(mutex);
  sqlite3_result_null(context);
}

static void sql_lie(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  lies = sqlite3_value_int(values[0]);
  sqlite3_result_null(context);
}

static void sql_cut(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  sqlite3_mutex_enter(mutex);
  chance = (sqlite3_uint64)sqlite3_value_int64(values[0]) * 2 + 1;
  for (Disk *disk = disks; disk; disk = disk->next) cut(disk);
  sqlite3_mutex_leave(mutex);
  sqlite3_result_null(context);
}

static void sql_counts(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  (void)values;
  char *json = sqlite3_mprintf("{\"writes\":%lld,\"bytes\":%lld,\"syncs\":%lld}", writes, bytes, syncs);
  sqlite3_result_text(context, json, -1, sqlite3_free);
}

static void register_vfs(void) {
  mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_FAST);
  real_vfs = sqlite3_vfs_find(0);
  faulty_vfs = *real_vfs;
  faulty_vfs.pNext = 0;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = (int)sizeof(File) + real_vfs->szOsFile;
  faulty_vfs.xOpen = x_open;
  faulty_vfs.xDelete = x_delete;
  sqlite3_vfs_register(&faulty_vfs, 1);
}

int sqlite3_faultyvfs_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  (void)error;
  SQLITE_EXTENSION_INIT2(api);
  if (!sqlite3_vfs_find("faulty")) register_vfs();
  sqlite3_create_function(db, "faulty_under", 1, SQLITE_UTF8, 0, sql_under, 0, 0);
  sqlite3_create_function(db, "faulty_fail", 4, SQLITE_UTF8, 0, sql_fail, 0, 0);
  sqlite3_create_function(db, "faulty_lie", 1, SQLITE_UTF8, 0, sql_lie, 0, 0);
  sqlite3_create_function(db, "faulty_cut", 1, SQLITE_UTF8, 0, sql_cut, 0, 0);
  sqlite3_create_function(db, "faulty_counts", 0, SQLITE_UTF8, 0, sql_counts, 0, 0);
  return SQLITE_OK_LOAD_PERMANENTLY;
}
