/*
 * Loaded into the app's processes by `fake-clock.ts`: puts the seconds that stand in the file DESKBOOK_CLOCK (one 64-bit
 * number, changed while they run) on top of the wall clock. Monotonic clocks stay as they are. Written without headers, so
 * that a bare compiler is enough.
 */
typedef long long seconds;
struct timespec {
  seconds sec;
  long nsec;
};
struct timeval {
  seconds sec;
  long usec;
};

extern char *getenv(const char *);
extern int open(const char *, int, ...);
extern void *mmap(void *, unsigned long, int, int, int, long);
extern void *dlsym(void *, const char *);

#define NEXT ((void *)-1)
#define FAILED ((void *)-1)
#define CLOCK_REALTIME 0
#define CLOCK_REALTIME_COARSE 5

static const volatile seconds *ahead;
static int (*system_clock)(int, struct timespec *);

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("DESKBOOK_CLOCK");
  int handle = file ? open(file, 0) : -1;
  /* Read only and shared: what the test writes is seen at once, by children too. */
  void *page = handle < 0 ? FAILED : mmap(0, sizeof(seconds), 1, 1, handle, 0);
  if (page != FAILED) ahead = page;
}

int clock_gettime(int clock, struct timespec *now) {
  if (!system_clock) system_clock = dlsym(NEXT, "clock_gettime");
  int failed = system_clock(clock, now);
  if (!failed && ahead && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->sec += *ahead;
  return failed;
}

int gettimeofday(struct timeval *now, void *zone) {
  (void)zone;
  struct timespec exact;
  int failed = clock_gettime(CLOCK_REALTIME, &exact);
  if (!failed && now) {
    now->sec = exact.sec;
    now->usec = exact.nsec / 1000;
  }
  return failed;
}

seconds time(seconds *kept) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (kept) *kept = now.sec;
  return now.sec;
}
