// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.WarningSink;
import org.jspecify.annotations.Nullable;

/**
 * The options of a character device, each of which is legal for any of them and of the right kind. Immutable. QEMU: chardev/char.c,
 * qemu_chardev_opts.
 *
 * @param options the options
 */
record CharOptions(Options options) {
    /**
     * Checks options, in order.
     *
     * @throws ValueException if one is not legal, or its value is not of its kind
     */
    static CharOptions of(OptionList list) {
        return new CharOptions(OptionGroup.CHARDEV.of(list, WarningSink.IGNORE));
    }

    /** Tells whether it is asked which backends there are. */
    boolean isHelp() {
        String backend = find("backend");
        return "help".equals(backend) || "?".equals(backend);
    }

    /** Returns a value, or null where nothing is said. */
    @Nullable String find(String name) {
        return options.find(name);
    }

    /** Tells whether something is said. */
    boolean has(String name) {
        return find(name) != null;
    }

    /** Tells whether something is switched on. */
    boolean isOn(String name) {
        return isOn(name, false);
    }

    /** Tells whether something is switched on, or what it is where nothing is said. */
    boolean isOn(String name, boolean otherwise) {
        return options.bool(name, otherwise);
    }

    /** Returns what a switch is, or null where nothing is said. */
    @Nullable Boolean findSwitch(String name) {
        return has(name) ? Boolean.valueOf(isOn(name)) : null;
    }

    /** Returns a number, 64 bits, or what it is where nothing is said. */
    long number(String name, long otherwise) {
        String value = find(name);
        return value == null ? otherwise : IntegerText.uint64(value).value();
    }
}
