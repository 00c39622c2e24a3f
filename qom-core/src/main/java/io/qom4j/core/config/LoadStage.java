// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

/**
 * A stage of loading, in the order in which they come.
 *
 * <p>The first three have no side effect. The others run under the runtime's writer lock, for one object after the other; a
 * failure in any of them takes everything back, the last made first. Immutable.
 */
public enum LoadStage {
    /** A text is read, with what it includes. */
    PARSE,
    /** Every value is checked against the types. */
    CHECK,
    /** Links are followed, and the objects put into an order in which each finds what it needs. */
    ORDER,
    /** An object is made, with the defaults of its type. */
    CREATE,
    /** An object is given one of its values. */
    SET,
    /** An object is in the tree and is made ready for use. */
    COMPLETE,
    /** Everything is ready, and listeners are about to hear of it. */
    PUBLISH
}
