// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.ObjectRequest;
import io.qom4j.core.property.Origin;
import java.util.List;
import java.util.Set;

/**
 * When the objects of a command line are made: wave by wave, within a wave in the order of the command line.
 *
 * <p>QEMU: softmmu/vl.c, object_create_pre_sandbox, object_create_early, object_create_late.
 */
enum CreationWave {
    /** What makes threads for others. */
    FIRST,
    /** Everything else. */
    EARLY,
    /** What needs character devices or network clients, and memory. */
    LATE;

    private static final Set<String> LATE_TYPES = Set.of(
            "rng-egd",
            "qtest",
            "cryptodev-vhost-user",
            "vhost-user-blk-server",
            "filter-buffer",
            "filter-dump",
            "filter-mirror",
            "filter-redirector",
            "filter-replay",
            "filter-rewriter",
            "colo-compare");

    /**
     * An object to be made.
     *
     * @param request the object
     * @param origin who asks for it
     */
    record Member(ObjectRequest request, Origin origin) {
        private CreationWave wave() {
            String type = request.objectClass().name();
            if (type.equals("thread-context")) {
                return FIRST;
            }
            return type.startsWith("memory-backend-") || LATE_TYPES.contains(type) ? LATE : EARLY;
        }
    }

    /**
     * Makes the objects of this wave.
     *
     * @throws io.qom4j.core.error.QomException if one cannot be made
     */
    void make(List<Member> members) {
        for (Member member : members) {
            if (member.wave() == this) {
                member.request().make(member.origin());
            }
        }
    }
}
