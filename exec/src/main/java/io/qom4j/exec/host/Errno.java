// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.util.List;

/**
 * An error number of Linux with its name and the C library's English text.
 *
 * <p>The texts are kept here, and not asked from {@code strerror}, because replies must not depend on the locale that the
 * process runs in. Immutable.
 *
 * @param number the number, from 1 up
 * @param name the constant's name, for example {@code ENOMEM}; {@code E} and the number if it has none
 * @param text what {@code strerror} says in the C locale, for example {@code Cannot allocate memory}
 */
public record Errno(int number, String name, String text) {
    /** {@code EPERM}: not permitted. */
    public static final int EPERM = 1;

    /** {@code ENOENT}: a name does not exist. */
    public static final int ENOENT = 2;

    /** {@code EINTR}: a signal came first. */
    public static final int EINTR = 4;

    /** {@code EIO}: the device failed. */
    public static final int EIO = 5;

    /** {@code EAGAIN}: try again. */
    public static final int EAGAIN = 11;

    /** {@code ENOMEM}: no memory, or no address space. */
    public static final int ENOMEM = 12;

    /** {@code EACCES}: permission denied. */
    public static final int EACCES = 13;

    /** {@code EFAULT}: memory cannot be touched. */
    public static final int EFAULT = 14;

    /** {@code EBUSY}: in use. */
    public static final int EBUSY = 16;

    /** {@code EEXIST}: a name exists already. */
    public static final int EEXIST = 17;

    /** {@code ENODEV}: the file cannot be mapped, or the device is absent. */
    public static final int ENODEV = 19;

    /** {@code EISDIR}: a directory. */
    public static final int EISDIR = 21;

    /** {@code EINVAL}: an argument makes no sense. */
    public static final int EINVAL = 22;

    /** {@code EFBIG}: larger than the file system allows. */
    public static final int EFBIG = 27;

    /** {@code ENOSPC}: the file system is full. */
    public static final int ENOSPC = 28;

    /** {@code ENOSYS}: the system has no such call. */
    public static final int ENOSYS = 38;

    /** {@code ELOOP}: too many symbolic links. */
    public static final int ELOOP = 40;

    /** {@code EOPNOTSUPP}: this object cannot do that. */
    public static final int EOPNOTSUPP = 95;

    private static final List<Errno> KNOWN = table();

    /** Returns the error of this number; one that Linux does not define gets {@code Unknown error N} as text. */
    public static Errno of(int number) {
        for (Errno known : KNOWN) {
            if (known.number == number) {
                return known;
            }
        }
        return new Errno(number, "E" + number, "Unknown error " + number);
    }

    private static List<Errno> table() {
        return ErrnoTable.ROWS
                .lines()
                .map(row -> row.split(" ", 3))
                .map(cells -> new Errno(Integer.parseInt(cells[0]), cells[1], cells[2]))
                .toList();
    }
}
