// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The machine as {@code -machine}, {@code -m} and their like ask for it: the empty one, perhaps with RAM.
 *
 * <p>All of them add to one tree of properties. Confined to one thread. QEMU: softmmu/vl.c, qemu_create_machine,
 * qemu_apply_machine_options.
 */
final class MachineRequest {
    private static final String TYPE = "type";
    private static final String NAME = "none";
    private static final String SUFFIX = "-machine";
    private static final String BACKEND = "memory-backend";
    private static final String MEMORY = "memory";
    private static final String BOOT = "boot";
    private static final String KERNEL = "kernel";
    private static final String SIZE = "size";
    /** What was dealt with before, and what is about processors, of which there are none. */
    private static final Set<String> NO_PROPERTIES =
            Set.of(TYPE, BACKEND, "accel", "kernel-irqchip", "kvm-shadow-mem", "igd-passthru");
    /** The memory that a machine with a size but without a backend gets. */
    private static final String RAM = "ram";

    private JsonDocument properties = JsonDocument.of(Map.of());
    private final Map<String, Object> memory = new LinkedHashMap<>();
    private Place memoryPlace = Place.NOWHERE;

    /**
     * Reads the argument of a {@code -machine} option.
     *
     * @throws HelpException if it asks for help
     * @throws QomException if it is wrong
     */
    void add(Qom qom, String argument) {
        Keyval given = Keyval.parse(argument, TYPE);
        JsonDocument all = given.after(properties);
        if (given.helpRequested()) {
            throw HelpException.of(help(qom, text(all, TYPE)));
        }
        properties = all;
    }

    /**
     * Adds properties; of values that are there already the new ones count.
     *
     * @throws QomException if one of them is no struct where the other is
     */
    void add(JsonDocument given) {
        properties = Keyval.merge(properties, given);
    }

    /**
     * Adds one property.
     *
     * @throws QomException if it is a struct already
     */
    void add(String name, String value) {
        add(JsonDocument.of(Map.of(name, value)));
    }

    /**
     * Reads an argument that is about one property which is a struct.
     *
     * @throws HelpException if it asks for help
     * @throws QomException if it is wrong
     */
    void add(String property, OptionGroup group, String argument) {
        Keyval given = Keyval.parse(argument, group.implied());
        if (given.helpRequested()) {
            throw HelpException.of(group.help());
        }
        addMembers(property, given.tree());
    }

    /** Adds members of one property which is a struct. */
    void addMembers(String property, JsonDocument members) {
        add(JsonDocument.of(Map.of(property, Objects.requireNonNull(members.toJava(JsonDocument.ROOT)))));
    }

    private static List<String> help(Qom qom, @Nullable String type) {
        ObjectClass known = type == null ? null : qom.types().find(type + SUFFIX);
        return known == null
                ? List.of("Supported machines are:", "none                 empty machine")
                : QemuHelp.options(known);
    }

    /** Takes the options of {@code -m}; those of several add up. */
    void memory(Options options, Place place) {
        memoryPlace = place;
        String size = options.find(SIZE);
        if (size != null) {
            memory.remove(SIZE);
            if (SizeText.parse(size, WarningSink.IGNORE).value() != 0) {
                memory.put(SIZE, size.matches(".*[0-9]") ? size + "M" : size);
            }
        }
        copy(options, "maxmem", "max-size");
        copy(options, "slots", "slots");
    }

    private void copy(Options options, String name, String member) {
        String value = options.find(name);
        if (value != null) {
            memory.put(member, value);
        }
    }

    /**
     * Checks that files for the guest fit together.
     *
     * @throws StartException if one needs another that is missing
     */
    void checkFiles() {
        if (text(KERNEL) == null) {
            for (String name : List.of("append", "initrd")) {
                if (text(name) != null) {
                    throw Place.NOWHERE.refusal("-" + name + " only allowed with -kernel option");
                }
            }
        }
    }

    /**
     * Puts the memory among the properties, and refuses machines that there are not.
     *
     * @throws StartException if another than the empty one is asked for, or the memory is no struct
     */
    void check() {
        try {
            add(JsonDocument.of(Map.of(MEMORY, memory)));
        } catch (QomException e) {
            throw memoryPlace.refusal(e);
        }
        String type = text(TYPE);
        if (type != null && !type.equals(NAME)) {
            throw Place.NOWHERE.refusal("unsupported machine type", "Use -machine help to list supported machines");
        }
    }

    /**
     * Makes the machine, and sets its properties.
     *
     * @throws QomException if one is not legal
     */
    Machine announce(Qom qom) {
        Machine machine = Machine.announce(qom);
        useDashes();
        for (String name : names()) {
            if (!NO_PROPERTIES.contains(name) || text(name) == null) {
                KeyvalInputVisitor visitor = new KeyvalInputVisitor(properties, qom::warn);
                visitor.beginStruct(null);
                machine.set(name, visitor, new Origin.CommandLine("-machine"));
            }
        }
        return machine;
    }

    /** Replaces underscores in names, which are old forms of dashes. */
    private void useDashes() {
        Map<String, Object> dashed = new LinkedHashMap<>(tree());
        for (String name : names()) {
            String other = name.replace('_', '-');
            if (!other.equals(name)) {
                if (dashed.containsKey(other)) {
                    throw new QomException("Conflict between '" + name + "' and '" + other + "'");
                }
                dashed.put(other, Objects.requireNonNull(dashed.remove(name)));
            }
        }
        properties = JsonDocument.of(dashed);
    }

    /** Returns the names of accelerators, with colons between them, or null. */
    @Nullable String accelerators() {
        return text("accel");
    }

    /**
     * Gives the machine its memory; the objects that it needs are there.
     *
     * @throws QomException if it cannot be had
     */
    void assemble(Machine machine) {
        Qom qom = machine.qom();
        String backend = text(BACKEND);
        long size = machine.memorySize();
        if (backend == null && size != 0) {
            if (qom.objects().find(RAM) != null) {
                throw new QomException(
                        "object name '" + RAM + "' is reserved for the default RAM backend, it can't be used"
                                + " for any other purposes. Change the object's 'id' to something else");
            }
            qom.objects().add(() -> ram(size), new Origin.CommandLine("-m"));
            backend = RAM;
        }
        machine.assemble(new MachineOptions(backend, has(MEMORY, SIZE) ? size : null));
        if (text(KERNEL) != null) {
            throw new QomException("The -kernel parameter is not supported (use the generic 'loader' device instead).");
        }
        if (has(BOOT, "once")) {
            throw new QomException("no function defined to set boot device list for this architecture");
        }
    }

    /** Tells whether a property, which is a struct, has a member. */
    private boolean has(String name, String member) {
        int property = properties.member(JsonDocument.ROOT, name);
        return property >= 0 && properties.member(property, member) >= 0;
    }

    private static KeyvalInputVisitor ram(long size) {
        return new KeyvalInputVisitor(
                JsonDocument.of(Map.of("qom-type", "memory-backend-ram", "id", RAM, SIZE, Long.toUnsignedString(size))),
                WarningSink.IGNORE);
    }

    private List<String> names() {
        return DictionaryOrder.of(new ArrayList<>(tree().keySet()));
    }

    @SuppressWarnings("unchecked") // the root of such a tree is a struct
    private Map<String, Object> tree() {
        return (Map<String, Object>) Objects.requireNonNull(properties.toJava(JsonDocument.ROOT));
    }

    private @Nullable String text(String name) {
        return text(properties, name);
    }

    private static @Nullable String text(JsonDocument tree, String name) {
        int member = tree.member(JsonDocument.ROOT, name);
        return member >= 0 && tree.kind(member) == JsonKind.STRING ? tree.string(member) : null;
    }
}
