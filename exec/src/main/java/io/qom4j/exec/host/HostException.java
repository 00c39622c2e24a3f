// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;

/**
 * A refusal by the host: a system call failed.
 *
 * <p>The message is the call and the C library's text, for example {@code ftruncate: Invalid argument}. Those who tell a
 * user what could not be done wrap it and repeat {@link #errorText()} behind their own words. Immutable.
 */
public final class HostException extends QomException {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errno;

    /**
     * Makes a refusal without hints.
     *
     * @param call the system call's name, for example {@code mmap}
     * @param errno the error number, from 1 up
     */
    public HostException(String call, int errno) {
        this(call, errno, List.of());
    }

    /** Makes a refusal with hints: lines that say what would help. */
    public HostException(String call, int errno, List<String> hints) {
        super(ErrorClass.GENERIC_ERROR, call + ": " + Errno.of(errno).text(), hints, null);
        this.call = call;
        this.errno = errno;
    }

    /** Returns the name of the system call that failed. */
    public String call() {
        return call;
    }

    /** Returns the error number; see {@link Errno}. */
    public int errno() {
        return errno;
    }

    /** Returns the error number's name, for example {@code ENOMEM}. */
    public String errnoName() {
        return Errno.of(errno).name();
    }

    /** Returns the C library's text for the error number, for example {@code Cannot allocate memory}. */
    public String errorText() {
        return Errno.of(errno).text();
    }
}
