// SPDX-License-Identifier: Apache-2.0
//
// What the host can do at best: the work of a memory backend as a plain C program, to be measured beside ours in one run.
// io.qom4j.bench.backends.BackendsAgainstC compiles and runs it. Each line that it prints is a figure in nanoseconds.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

#define PAGE 4096L
#define HUGE (2L << 20)

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static char *reserve(long size, int shared)
{
    char *base = mmap(NULL, size + HUGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED) {
        die("mmap");
    }
    char *start = (char *) (((uintptr_t) base + HUGE - 1) & -HUGE);
    int kind = shared ? MAP_SHARED : MAP_PRIVATE;
    if (mmap(start, size, PROT_READ | PROT_WRITE, kind | MAP_FIXED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED) {
        die("mmap");
    }
    if (start > base) {
        munmap(base, start - base);
    }
    char *tail = start + size + PAGE;
    if (base + size + HUGE > tail) {
        munmap(tail, base + size + HUGE - tail);
    }
    return start;
}

struct part {
    const char *method;
    char *start;
    long size;
};

static void *make_present(void *argument)
{
    struct part *part = argument;
    if (!strcmp(part->method, "memset")) {
        memset(part->start, 0, part->size);
    } else if (!strcmp(part->method, "touch")) {
        for (long at = 0; at < part->size; at += PAGE) {
            volatile char *byte = part->start + at;
            *byte = *byte;
        }
    } else if (madvise(part->start, part->size, MADV_POPULATE_WRITE)) {
        die("madvise");
    }
    return NULL;
}

// preallocate METHOD BYTES THREADS small|huge
static void preallocate(char **arguments)
{
    long size = atol(arguments[1]);
    int threads = atoi(arguments[2]);
    char *start = reserve(size, 0);
    madvise(start, size, strcmp(arguments[3], "huge") ? MADV_NOHUGEPAGE : MADV_HUGEPAGE);
    struct part parts[64];
    pthread_t ids[64];
    double begin = now();
    for (int i = 0; i < threads; i++) {
        parts[i] = (struct part) {arguments[0], start + size / threads * i, size / threads};
        if (pthread_create(&ids[i], NULL, make_present, &parts[i])) {
            die("pthread_create");
        }
    }
    for (int i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
    }
    printf("%.0f\n", now() - begin);
    munmap(start, size + PAGE);
}

// persist FILE BYTES COUNT: the median
static int compare(const void *a, const void *b)
{
    double x = *(const double *) a, y = *(const double *) b;
    return x < y ? -1 : x > y;
}

static void persist(char **arguments)
{
    long bytes = atol(arguments[1]), size = 1L << 20;
    int count = atoi(arguments[2]);
    int fd = open(arguments[0], O_RDWR | O_CREAT, 0600);
    if (fd < 0 || ftruncate(fd, size)) {
        die(arguments[0]);
    }
    char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) {
        die("mmap");
    }
    memset(memory, 1, size);
    msync(memory, size, MS_SYNC);
    double *took = malloc(count * sizeof *took);
    for (int i = 0; i < count; i++) {
        long at = (long) i * 37 % (size / PAGE) * PAGE;
        memset(memory + at, i, bytes);
        double begin = now();
        if (msync(memory + at, PAGE, MS_SYNC)) {
            die("msync");
        }
        took[i] = now() - begin;
    }
    qsort(took, count, sizeof *took, compare);
    printf("%.0f\n", took[count / 2]);
    unlink(arguments[0]);
}

// live BYTES COUNT: the system calls of a block's life
static void live(char **arguments)
{
    long size = atol(arguments[0]);
    int count = atoi(arguments[1]);
    double begin = now();
    for (int i = 0; i < count; i++) {
        char *start = reserve(size, 0);
        madvise(start, size, MADV_MERGEABLE);
        madvise(start, size, MADV_HUGEPAGE);
        madvise(start, size, MADV_DONTFORK);
        munmap(start, size + PAGE);
    }
    printf("%.1f\n", (now() - begin) / count);
}

// copy BYTES COUNT: one copy into the mapping and one out of it
static void copy(char **arguments)
{
    long size = atol(arguments[0]);
    int count = atoi(arguments[1]);
    char *memory = reserve(size, 0);
    madvise(memory, size, MADV_HUGEPAGE);
    char *other = reserve(size, 0);
    madvise(other, size, MADV_HUGEPAGE);
    memset(memory, 1, size);
    memset(other, 2, size);
    double best = 1e18;
    for (int i = 0; i < count; i++) {
        double begin = now();
        memcpy(memory, other, size);
        memcpy(other, memory, size);
        double took = now() - begin;
        best = took < best ? took : best;
    }
    printf("%.0f\n", best);
}

int main(int count, char **words)
{
    if (count == 6 && !strcmp(words[1], "preallocate")) {
        preallocate(words + 2);
    } else if (count == 5 && !strcmp(words[1], "persist")) {
        persist(words + 2);
    } else if (count == 4 && !strcmp(words[1], "live")) {
        live(words + 2);
    } else if (count == 4 && !strcmp(words[1], "copy")) {
        copy(words + 2);
    } else {
        fprintf(stderr, "usage: host preallocate|persist|live|copy ...\n");
        return 2;
    }
    return 0;
}
