// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

/**
 * Something that is true of a command and matters to those who run it.
 *
 * <p>Immutable.
 */
public enum CommandTrait {
    /** It changes the runtime: it runs under the writer lock, so that such commands run one after the other. */
    CHANGES,
    /** It may be executed out of band: it is quick and takes no lock. */
    OUT_OF_BAND,
    /** It is run during capabilities negotiation, and only then. */
    NEGOTIATION,
    /** It may take long, so replies to earlier commands are sent before it starts. */
    SLOW,
    /** It cannot be part of a transaction. */
    ALONE
}
