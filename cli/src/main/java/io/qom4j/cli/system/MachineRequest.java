// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.help.QemuHelp;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.keyval.Keyval;
import io.qom4j.core.keyval.KeyvalInputVisitor;
import io.qom4j.core.property.Origin;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.DictionaryOrder;
import io.qom4j.machine.Machine;
import io.qom4j.machine.MachineOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The machine as {@code -machine} and {@code -m} ask for it: the empty one, perhaps with RAM.
 *
 * <p>Confined to one thread. QEMU: softmmu/vl.c, qemu_create_machine, qemu_apply_machine_options.
 */
final class MachineRequest {
    private static final String TYPE = "type";
    private static final String NAME = "none";
    private static final String SUFFIX = "-machine";
    private static final String BACKEND = "memory-backend";
    private static final String SIZE = "size";
    private static final long MEMORY_UNIT = 8192;
    /** What was dealt with before, and what is about processors, of which there are none. */
    private static final Set<String> IGNORED = Set.of(TYPE, BACKEND, "accel", "kernel-irqchip");
    /** The memory that a machine with a size but without a backend gets. */
    private static final String RAM = "ram";

    private JsonDocument properties = JsonDocument.of(Map.of());
    private @Nullable Long memorySize;

    /**
     * Reads the argument of a {@code -machine} option.
     *
     * @return lines of help, if it asks for help
     * @throws QomException if it is wrong
     */
    @Nullable List<String> add(Qom qom, String argument) {
        Keyval given = Keyval.parse(argument, TYPE);
        if (given.helpRequested()) {
            return help(qom, find(given.tree(), TYPE));
        }
        add(given.tree());
        return null;
    }

    /** Adds properties; those that came before give way. */
    void add(JsonDocument given) {
        properties = Keyval.merge(properties, given);
    }

    private static List<String> help(Qom qom, @Nullable String type) {
        ObjectClass known = type == null ? null : qom.types().find(type + SUFFIX);
        return known == null
                ? List.of("Supported machines are:", "none                 empty machine")
                : QemuHelp.options(known);
    }

    /**
     * Takes the options of {@code -m}.
     *
     * @throws QomException if they are wrong
     */
    void memory(Options options, WarningSink warnings) {
        String text = options.find(SIZE);
        if (text != null) {
            boolean hasUnit = text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1));
            long size = SizeText.read(hasUnit ? text : text + "M", SIZE, warnings);
            memorySize = size == 0 ? null : wholeUnits(size);
        }
    }

    /** Returns an amount of memory rounded up as {@code -m} does; one that this would overflow stays, and cannot be had. */
    private static long wholeUnits(long size) {
        long rounded = (size + MEMORY_UNIT - 1) & -MEMORY_UNIT;
        return rounded == 0 ? size : rounded;
    }

    /**
     * Refuses machines that there are not.
     *
     * @throws StartException if another than the empty one is asked for
     */
    void check() {
        String type = find(properties, TYPE);
        if (type != null && !type.equals(NAME)) {
            throw Place.NOWHERE.refusal("unsupported machine type", "Use -machine help to list supported machines");
        }
    }

    /**
     * Makes the machine; the objects that it needs are there.
     *
     * @throws QomException if it cannot be made
     */
    void make(Qom qom) {
        String backend = find(properties, BACKEND);
        if (backend == null && memorySize != null) {
            qom.objects().add(this::ram, new Origin.CommandLine("-m"));
            backend = RAM;
        }
        Machine machine = Machine.none(qom, new MachineOptions(backend, memorySize));
        for (String name : names()) {
            set(machine, name);
        }
    }

    private KeyvalInputVisitor ram() {
        String size = Long.toUnsignedString(Objects.requireNonNull(memorySize));
        return new KeyvalInputVisitor(
                JsonDocument.of(Map.of("qom-type", "memory-backend-ram", "id", RAM, SIZE, size)), WarningSink.IGNORE);
    }

    private void set(QomObject machine, String name) {
        KeyvalInputVisitor visitor = new KeyvalInputVisitor(properties, machine.qom()::warn);
        visitor.beginStruct(null);
        machine.set(name, visitor, new Origin.CommandLine("-machine"));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        int end = properties.end(JsonDocument.ROOT);
        for (int member = properties.firstChild(JsonDocument.ROOT); member < end; member = properties.end(member)) {
            String name = Objects.requireNonNull(properties.name(member));
            if (!IGNORED.contains(name)) {
                names.add(name);
            }
        }
        return DictionaryOrder.of(names);
    }

    private static @Nullable String find(JsonDocument tree, String name) {
        int member = tree.member(JsonDocument.ROOT, name);
        if (member < 0) {
            return null;
        }
        if (tree.kind(member) != JsonKind.STRING) {
            throw new ValueException("Parameters '" + name + ".*' are unexpected");
        }
        return tree.string(member);
    }
}
