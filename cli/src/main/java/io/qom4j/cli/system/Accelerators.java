// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What shall run the instructions of processors, of which there are none: checked as QEMU checks it, and without effect.
 *
 * <p>Confined to one thread. QEMU: softmmu/vl.c, configure_accelerators.
 */
final class Accelerators {
    private static final String NAME = "accel";
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "tcg",
            Set.of("thread", "tb-size", "split-wx"),
            "kvm",
            Set.of("kernel-irqchip", "kvm-shadow-mem", "dirty-ring-size", "notify-vmexit", "notify-window"));

    private final List<Wish> wishes = new ArrayList<>();

    private record Wish(String name, OptionList options, Place place) {
        boolean canBeHad() {
            return PROPERTIES.containsKey(name);
        }

        String refusal() {
            return place.prefix() + "invalid accelerator " + name;
        }

        void check() {
            try {
                options.options().stream()
                        .filter(option -> !option.name().equals(NAME))
                        .forEach(this::check);
            } catch (QomException e) {
                throw place.refusal(e);
            }
        }

        private void check(OptionList.Option option) {
            String property = option.name();
            String value = option.value();
            if (!PROPERTIES.getOrDefault(name, Set.of()).contains(property)) {
                throw new ValueException("Property '" + name + "-accel." + property + "' not found");
            }
            switch (property) {
                case "thread" -> {
                    if (!value.equals("single") && !value.equals("multi")) {
                        throw new ValueException("Invalid 'thread' setting " + value);
                    }
                }
                case "tb-size" -> {
                    ParsedNumber size = IntegerText.uint64(value);
                    if (!size.isOk() || size.value() >>> Integer.SIZE != 0) {
                        throw new ValueException(
                                "Parameter 'tb-size' expects " + (size.isOk() ? "uint32_t" : "uint64"));
                    }
                }
                case "split-wx" -> {
                    if (BooleanText.parse(value) == null) {
                        throw new ValueException("Parameter 'split-wx' expects 'on' or 'off'");
                    }
                }
                // Of the host's processors, which nobody runs here: taken as it is.
                default -> {}
            }
        }
    }

    /**
     * Takes the argument of an {@code -accel} option.
     *
     * @throws HelpException if it names none, or asks which there are
     */
    void add(String argument, Place place, WarningSink warnings) {
        OptionList options = OptionList.parse(argument, NAME, warnings);
        String name = options.last(NAME);
        if (name == null || name.equals("help") || name.equals("?")) {
            throw HelpException.of(List.of("Accelerators supported in QEMU binary:", "tcg", "kvm"));
        }
        wishes.add(new Wish(name, options, place));
    }

    /** Takes a group of a configuration file. */
    void add(OptionList options, Place place) {
        String name = options.last(NAME);
        wishes.add(new Wish(name == null ? "" : name, options, place));
    }

    /**
     * Checks what was asked for: the first accelerator that there is counts, and nobody looks at those behind it.
     *
     * @param ofMachine the names of {@code -machine accel=}, with colons between them, or null
     * @param complaints is told of those that there are not, where another counts
     * @throws StartException if none of them is there, or the one that counts has a wrong property
     */
    void check(@Nullable String ofMachine, Consumer<String> complaints) {
        List<Wish> all = ofMachine == null ? wishes : named(ofMachine);
        if (ofMachine == null && wishes.isEmpty()) {
            return;
        }
        if (ofMachine != null && !wishes.isEmpty()) {
            throw Place.NOWHERE.refusal("The -accel and \"-machine accel=\" options are incompatible");
        }
        List<String> refusals = new ArrayList<>();
        Wish chosen = null;
        for (Wish wish : all) {
            if (!wish.canBeHad()) {
                refusals.add(wish.refusal());
            } else if (chosen == null) {
                chosen = wish;
            }
            if (chosen != null && ofMachine == null) {
                break;
            }
        }
        if (chosen == null) {
            throw refusals.isEmpty()
                    ? Place.NOWHERE.refusal("no accelerator found")
                    : new StartException(refusals, null);
        }
        refusals.forEach(complaints);
        chosen.check();
        if (!refusals.isEmpty()) {
            complaints.accept(Place.NOWHERE.prefix() + "falling back to " + chosen.name());
        }
    }

    private static List<Wish> named(String names) {
        List<Wish> all = new ArrayList<>();
        for (String name : names.isEmpty() ? List.<String>of() : List.of(names.split(":", -1))) {
            all.add(new Wish(name, new OptionList(null, List.of()), Place.NOWHERE));
        }
        return all;
    }
}
