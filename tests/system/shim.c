/* Laid under the program with LD_PRELOAD, a disk that is slow, full or broken. Of the environment:
   SHIM_SLOW=MS     each fsync takes so long
   SHIM_ROOM=BYTES  after so many bytes written to files called *.part there is no space left
   SHIM_FULL=NAME   to files whose path ends in that instead
   SHIM_CRAWLS=NAME each reading of a file whose path ends in that takes SHIM_SLOW
   SHIM_BROKEN=NAME reading a file whose path ends in that fails from the byte SHIM_FROM on (0) */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long number(const char *name, long otherwise) {
  const char *value = getenv(name);
  return value != NULL ? atol(value) : otherwise;
}

static int ends_in(int file, const char *end) {
  char link[64];
  char path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = readlink(link, path, sizeof path);
  const size_t length = end != NULL ? strlen(end) : 0;
  return length > 0 && size >= (ssize_t)length && memcmp(path + size - length, end, length) == 0;
}

static int is_full(int file, size_t more) {
  static long written = 0;
  const long room = number("SHIM_ROOM", -1);
  const char *full = getenv("SHIM_FULL");
  if (room < 0 || !ends_in(file, full != NULL ? full : ".part")) return 0;
  written += (long)more;
  if (written <= room) return 0;
  errno = ENOSPC;
  return 1;
}

static int is_broken(int file, off_t from, size_t *size) {
  const long at = number("SHIM_FROM", 0);
  if (!ends_in(file, getenv("SHIM_BROKEN"))) return 0;
  if (from < at) {
    if ((long)*size > at - from) *size = (size_t)(at - from);
    return 0;
  }
  errno = EIO;
  return 1;
}

#define REAL(type, name) ((type)dlsym(RTLD_NEXT, name))

static void wait_for_disk(void) { usleep((useconds_t)number("SHIM_SLOW", 0) * 1000); }

int fsync(int file) {
  wait_for_disk();
  return REAL(int (*)(int), "fsync")(file);
}

ssize_t write(int file, const void *from, size_t size) {
  return is_full(file, size) ? -1 : REAL(ssize_t(*)(int, const void *, size_t), "write")(file, from, size);
}
ssize_t pwrite(int file, const void *from, size_t size, off_t at) {
  return is_full(file, size) ? -1
                             : REAL(ssize_t(*)(int, const void *, size_t, off_t), "pwrite")(file, from, size, at);
}
ssize_t pwrite64(int file, const void *from, size_t size, off_t at) { return pwrite(file, from, size, at); }

ssize_t read(int file, void *to, size_t size) {
  if (is_broken(file, lseek(file, 0, SEEK_CUR), &size)) return -1;
  return REAL(ssize_t(*)(int, void *, size_t), "read")(file, to, size);
}
ssize_t pread(int file, void *to, size_t size, off_t at) {
  if (is_broken(file, at, &size)) return -1;
  if (ends_in(file, getenv("SHIM_CRAWLS"))) wait_for_disk();
  return REAL(ssize_t(*)(int, void *, size_t, off_t), "pread")(file, to, size, at);
}
ssize_t pread64(int file, void *to, size_t size, off_t at) { return pread(file, to, size, at); }
