// SPDX-License-Identifier: Apache-2.0
/**
 * The replay of recorded answers of QEMU 7.2.
 *
 * <p>A {@link io.qom4j.conformance.CaseFile} holds cases of one kind. Steps are sent to a server in this process over a real
 * socket; what comes back is put into a common form by a {@link io.qom4j.conformance.Norm}, and compared by
 * {@link io.qom4j.conformance.Likeness}, which knows the wildcards of the recordings. A case of the command line starts a server
 * with its own words. {@code -Doracle.dir=FOLDER} replays the cases of another folder.
 */
@org.jspecify.annotations.NullMarked
package io.qom4j.conformance;
