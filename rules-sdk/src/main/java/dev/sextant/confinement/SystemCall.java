// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

/// The system calls that this package names, with their numbers; -1 where a machine has none.
enum SystemCall {
    READ(0, 63),
    WRITE(1, 64),
    CLOSE(3, 57),
    STAT(4, -1),
    FSTAT(5, 80),
    LSTAT(6, -1),
    POLL(7, -1),
    LSEEK(8, 62),
    MMAP(9, 222),
    MPROTECT(10, 226),
    MUNMAP(11, 215),
    BRK(12, 214),
    RT_SIGACTION(13, 134),
    RT_SIGPROCMASK(14, 135),
    RT_SIGRETURN(15, 139),
    IOCTL(16, 29),
    PREAD64(17, 67),
    READV(19, 65),
    WRITEV(20, 66),
    SCHED_YIELD(24, 124),
    MREMAP(25, 216),
    MINCORE(27, 232),
    MADVISE(28, 233),
    NANOSLEEP(35, 101),
    GETPID(39, 172),
    SHUTDOWN(48, 210),
    CLONE(56, 220),
    EXIT(60, 93),
    UNAME(63, 160),
    FCNTL(72, 25),
    GETTIMEOFDAY(96, 169),
    GETRLIMIT(97, 163),
    GETRUSAGE(98, 165),
    SYSINFO(99, 179),
    TIMES(100, 153),
    GETUID(102, 174),
    GETGID(104, 176),
    GETEUID(107, 175),
    GETEGID(108, 177),
    GETPPID(110, 173),
    RT_SIGSUSPEND(130, 133),
    SIGALTSTACK(131, 132),
    GETPRIORITY(140, 141),
    PRCTL(157, 167),
    GETTID(186, 178),
    TIME(201, -1),
    FUTEX(202, 98),
    SCHED_GETAFFINITY(204, 123),
    SET_TID_ADDRESS(218, 96),
    RESTART_SYSCALL(219, 128),
    CLOCK_GETTIME(228, 113),
    CLOCK_GETRES(229, 114),
    CLOCK_NANOSLEEP(230, 115),
    EXIT_GROUP(231, 94),
    TGKILL(234, 131),
    NEWFSTATAT(262, 79),
    PPOLL(271, 73),
    SET_ROBUST_LIST(273, 99),
    GET_ROBUST_LIST(274, 100),
    PRLIMIT64(302, 261),
    GETCPU(309, 168),
    SECCOMP(317, 277),
    GETRANDOM(318, 278),
    MEMBARRIER(324, 283),
    STATX(332, 291),
    RSEQ(334, 293);

    private final int x8664;
    private final int aarch64;

    SystemCall(int x8664, int aarch64) {
        this.x8664 = x8664;
        this.aarch64 = aarch64;
    }

    int number(Machine machine) {
        return switch (machine) {
            case X86_64 -> x8664;
            case AARCH64 -> aarch64;
        };
    }
}
