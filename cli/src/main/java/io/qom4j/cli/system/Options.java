// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options within one argument, of which only some are legal. Immutable. QEMU: util/qemu-option.c, QemuOpts.
 *
 * @param list the options
 */
record Options(OptionList list) {
    /** No options. */
    static final Options NONE = new Options(new OptionList(null, List.of()));

    /**
     * Reads an argument.
     *
     * @param implied the name of a first option that is a value alone, or null
     * @param legal the names that are legal, besides {@code id}
     * @throws ValueException if it has another
     */
    static Options read(String argument, @Nullable String implied, Set<String> legal, WarningSink warnings) {
        return of(OptionList.parse(argument, implied, warnings), legal);
    }

    /**
     * Checks that the options are legal.
     *
     * @throws ValueException if one is not
     */
    static Options of(OptionList list, Set<String> legal) {
        for (OptionList.Option option : list.options()) {
            if (!legal.contains(option.name())) {
                throw new ValueException("Invalid parameter '" + option.name() + "'");
            }
        }
        return new Options(list);
    }

    /** Returns these options with others behind them, which count where both say something. */
    Options and(Options others) {
        List<OptionList.Option> all = new ArrayList<>(list.options());
        all.addAll(others.list.options());
        return new Options(new OptionList(list.id(), all));
    }

    @Nullable String id() {
        return list.id();
    }

    @Nullable String find(String name) {
        return list.last(name);
    }

    /**
     * Returns a value.
     *
     * @throws ValueException if it is missing
     */
    String get(String name) {
        String value = find(name);
        if (value == null) {
            throw new ValueException("Parameter '" + name + "' is missing");
        }
        return value;
    }

    /**
     * Returns a boolean, or what it is where nothing is said.
     *
     * @throws ValueException if it is none of the words for one
     */
    boolean bool(String name, boolean otherwise) {
        String text = find(name);
        if (text == null) {
            return otherwise;
        }
        Boolean value = BooleanText.parse(text);
        if (value == null) {
            throw new ValueException("Parameter '" + name + "' expects 'on' or 'off'");
        }
        return value;
    }
}
