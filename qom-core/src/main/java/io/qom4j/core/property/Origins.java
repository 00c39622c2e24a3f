// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

/**
 * The origins that need no more than a name.
 *
 * <p>Immutable.
 */
public enum Origins implements Origin {
    /** Nobody has set the value and no default is declared. */
    UNSET("unset"),

    /** The object replaced the declared default itself, for example in instance_init, without telling. */
    OBJECT("object"),

    /** Java code set the value. */
    API("API"),

    /** A QMP client set the value. */
    QMP("QMP");

    private final String words;

    Origins(String words) {
        this.words = words;
    }

    @Override
    public String describe() {
        return words;
    }
}
