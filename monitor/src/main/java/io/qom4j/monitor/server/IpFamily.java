// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Which versions of the Internet Protocol may be used. Immutable. QEMU: util/qemu-sockets.c, inet_ai_family_from_address. */
public enum IpFamily {
    /** Both. */
    ANY,
    /** Version 4. */
    V4,
    /** Version 6. */
    V6,
    /** Neither: nothing can be reached. */
    NONE;

    /**
     * Returns what is left when some is wanted, or not wanted; nothing said means that the other counts.
     *
     * @param ipv4 whether version 4 is wanted, or null
     * @param ipv6 whether version 6 is wanted, or null
     */
    public static IpFamily of(@Nullable Boolean ipv4, @Nullable Boolean ipv6) {
        boolean isFour = Boolean.TRUE.equals(ipv4) || Boolean.FALSE.equals(ipv6);
        boolean isSix = Boolean.TRUE.equals(ipv6) || Boolean.FALSE.equals(ipv4);
        if (isFour == isSix) {
            return Boolean.FALSE.equals(ipv4) ? NONE : ANY;
        }
        return isFour ? V4 : V6;
    }

    /** Tells whether an address is of a version that may be used. */
    boolean has(InetAddress address) {
        return switch (this) {
            case ANY -> true;
            case V4 -> address instanceof Inet4Address;
            case V6 -> address instanceof Inet6Address;
            case NONE -> false;
        };
    }
}
