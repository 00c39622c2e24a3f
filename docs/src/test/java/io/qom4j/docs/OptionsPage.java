// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page that lists every option of every backend, written from the types' own declarations. */
final class OptionsPage {

    private static final String INTRODUCTION = """
            # Options of the memory backends

            Every option of each backend, written from what the types declare; `./qom types NAME` prints the same. In JSON a size
            is a number of bytes or a string with a suffix, `"4k"`, `"1M"`, `"2G"`, each 1024 times the one before; on the command
            line a boolean is `on` or `off`. "until allocated" means that the option decides about the allocation: once the object
            is complete it cannot be set any more. [nvdimm.md](nvdimm.md) says when `pmem` is right, and
            [persistence.md](persistence.md) what survives what.

            Types, options and answers are those of QEMU 7.2, unless a newer release is asked for: `--qemu 10.0` on the command line,
            `BackendOptions.STANDARD.withRelease(QemuRelease.V10_0)` in Java. What only the newer release has is marked **10.0**.
            What QEMU does not have at all is marked **ours**; QEMU's lists and help leave it out, but it can be used everywhere.

            | | 7.2 (the default) | 10.0 |
            |---|---|---|
            | `readonly=on`, the file is absent | the file is created | refused |
            | `readonly=on`, a directory | cannot be mapped | refused as a directory |
            | the file is too small | `backing store size … does not match 'size' option …` | `… is too small for 'size' option … plus 'offset' option …` |
            | `size` of a file, memfd or shm is not whole pages | rounded up (memfd: refused) | `backend 'T' memory size must be multiple of …` |

            QEMU leaves a file behind that it created, or made longer, for an object that is then refused. Here that is done only on the
            wire (`BackendOptions.QEMU_7_2`), where clients may rely on it; the library and the command take it back.
            """;

    private static final String EPC = """

            ## `memory-backend-epc`

            Enclave memory (SGX). There is such a type only where `/dev/sgx_vepc` can be opened. It has no option of its own;
            `share` is `on`, `merge` and `dump` are `off` unless they are set.
            """;

    private static final String EPC_TYPE = "memory-backend-epc";

    private final Qom standard;
    private final Qom newer;

    OptionsPage(Qom standard, Qom newer) {
        this.standard = standard;
        this.newer = newer;
    }

    String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        ObjectClass base = newer.types().get("memory-backend");
        section(page, "All memory backends", base, null);
        page.append(EPC);
        for (QomClass type : newer.types().list("memory-backend", false)) {
            if (!type.name().equals(EPC_TYPE)) {
                section(page, "`" + type.name() + "`", (ObjectClass) type, base);
            }
        }
        section(page, "`thread-context`", newer.types().get("thread-context"), null);
        return page.toString();
    }

    private void section(StringBuilder page, String title, ObjectClass type, @Nullable ObjectClass base) {
        page.append("\n## ").append(title).append("\n\n");
        if (!standard.types().contains(type.name())) {
            page.append("**10.0**: ");
        }
        page.append(Objects.requireNonNull(type.type().description())).append(".\n\n");
        List<String> rows = new ArrayList<>();
        for (Property property : type.properties()) {
            Property inherited = base == null ? null : base.findProperty(property.name());
            boolean isShown = property.isWritable() || property.isExtension();
            if (isShown && (inherited == null || differsInDefault(property, inherited))) {
                rows.add(row(property, mark(type, property)));
            }
        }
        if (rows.isEmpty()) {
            page.append("No option of its own.\n");
            return;
        }
        page.append("| option | value | unit | default | settable | meaning |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> page.append(row).append('\n'));
    }

    private String mark(ObjectClass type, Property property) {
        if (property.isExtension()) {
            return "**ours**: ";
        }
        ObjectClass older = standard.types().find(type.name());
        return older != null && older.findProperty(property.name()) == null ? "**10.0**: " : "";
    }

    private static boolean differsInDefault(Property property, Property inherited) {
        return !(property.type() instanceof ListType)
                && !Objects.equals(inherited.defaultValue(), property.defaultValue());
    }

    private static String row(Property property, String mark) {
        return "| "
                + String.join(
                        " | ",
                        "`" + property.name() + "`",
                        value(property.type()),
                        property.unit() == null ? "" : property.unit(),
                        defaultOf(property),
                        property.isWritable() ? property.settable().describe() : "read only",
                        mark + Objects.requireNonNullElse(property.documentation(), ""))
                + " |";
    }

    private static String defaultOf(Property property) {
        if (property.isRequired()) {
            return "**required**";
        }
        Object value = property.defaultValue();
        return switch (value) {
            case null -> "none";
            case Enum<?> constant -> "`" + EnumProperty.word(constant) + "`";
            case Boolean bool -> bool ? "`on`" : "`off`";
            case long[] list -> "none";
            case Object other -> "`" + other + "`";
        };
    }

    private static String value(ValueType type) {
        return switch (type) {
            case EnumType words -> "`" + String.join("`, `", words.words()) + "`";
            case IntType integer -> integer.text(integer.min()) + " … " + integer.text(integer.max());
            case SizeType size -> "size";
            case LinkType link -> "id or path of a `" + link.target() + "`";
            case ListType list -> "list of " + value(list.element());
            default -> type.describe();
        };
    }
}
