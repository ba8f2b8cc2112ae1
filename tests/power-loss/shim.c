/* A disk for tests. Loaded with LD_PRELOAD it copies the bytes of a file aside whenever the program flushes it:
   the copies are what would be left after the power was cut at that moment. kill -9 alone proves nothing, for the
   page cache outlives the process.
   SHIM_FOLDER  only files below it
   SHIM_COPIES  where the copies go, by the last part of the name
   SHIM_LIES    flushes of files whose name ends so are answered and not done; "*" for all: the controls that must lose */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int lies_about(const char *path) {
  const char *end = getenv("SHIM_LIES");
  if (!end || !*end) return 0;
  if (!strcmp(end, "*")) return 1;
  size_t n = strlen(path), m = strlen(end);
  return n >= m && !strcmp(path + n - m, end);
}

static void copy_aside(const char *path, const char *folder) {
  char to[PATH_MAX], draft[PATH_MAX], bytes[65536];
  const char *name = strrchr(path, '/');
  snprintf(to, sizeof to, "%s%s", folder, name);
  snprintf(draft, sizeof draft, "%s%s.%d.draft", folder, name, gettid());
  int from = open(path, O_RDONLY | O_CLOEXEC), into = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (from < 0 || into < 0) _exit(97);
  for (ssize_t n; (n = read(from, bytes, sizeof bytes)) > 0;)
    if (write(into, bytes, n) != n) _exit(98);
  close(from);
  close(into);
  if (rename(draft, to)) _exit(99);
}

static int flush(int fd, const char *how) {
  char link[64], path[PATH_MAX];
  const char *folder = getenv("SHIM_FOLDER"), *copies = getenv("SHIM_COPIES");
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, how);
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n <= 0 || !folder || !copies) return real(fd);
  path[n] = 0;
  if (strncmp(path, folder, strlen(folder))) return real(fd);
  if (lies_about(path)) return 0;
  int done = real(fd);
  if (!done) copy_aside(path, copies);
  return done;
}

int fsync(int fd) { return flush(fd, "fsync"); }
int fdatasync(int fd) { return flush(fd, "fdatasync"); }
