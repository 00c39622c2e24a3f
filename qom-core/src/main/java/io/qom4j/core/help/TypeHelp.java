// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.help;

import io.qom4j.core.InterfaceClass;
import io.qom4j.core.ObjectClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people need to know about a type: what it is for, where it descends from, and its options.
 *
 * <p>Immutable.
 *
 * @param name the type's name
 * @param description what it is for, or null if nobody said
 * @param isAbstract whether it has no objects of its own
 * @param ancestors its ancestors, the nearest first, without the root
 * @param interfaces the interfaces that it implements, inherited ones first
 * @param options its options, ancestors' first
 */
public record TypeHelp(
        String name,
        @Nullable String description,
        boolean isAbstract,
        List<String> ancestors,
        List<String> interfaces,
        List<OptionHelp> options) {
    /** Copies the lists. */
    public TypeHelp {
        ancestors = List.copyOf(ancestors);
        interfaces = List.copyOf(interfaces);
        options = List.copyOf(options);
    }

    /** Returns the help for a type. */
    public static TypeHelp of(ObjectClass type) {
        List<String> ancestors = new ArrayList<>();
        for (ObjectClass above = type.parent(); above != null && above.parent() != null; above = above.parent()) {
            ancestors.add(above.name());
        }
        return new TypeHelp(
                type.name(),
                type.type().description(),
                type.isAbstract(),
                ancestors,
                type.interfaces().stream().map(InterfaceClass::interfaceName).toList(),
                OptionHelp.of(type));
    }

    /**
     * Returns the help as lines for a terminal.
     *
     * <pre>
     * watchdog: Bites unless it is fed
     *   implements user-creatable
     *
     *   timeout  an integer from 0 to 2147483647, in ms; default 1000
     *            Time between feeding and biting
     * </pre>
     *
     * <p>Options of ancestors stand below a line that names the ancestor.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(name + (description == null ? "" : ": " + description));
        if (isAbstract) {
            lines.add("  abstract: only its descendants have objects");
        }
        if (!ancestors.isEmpty()) {
            lines.add("  descends from " + String.join(", ", ancestors));
        }
        if (!interfaces.isEmpty()) {
            lines.add("  implements " + String.join(", ", interfaces));
        }
        lines.add("");
        if (options.isEmpty()) {
            lines.add("  no options");
        }
        int width = options.stream()
                .mapToInt(option -> option.name().length())
                .max()
                .orElse(0);
        String from = options.isEmpty() ? name : options.getFirst().declaredBy();
        if (!from.equals(name)) {
            lines.add("  from " + from + ":");
        }
        for (OptionHelp option : options) {
            if (!option.declaredBy().equals(from)) {
                from = option.declaredBy();
                lines.add(from.equals(name) ? "  its own:" : "  from " + from + ":");
            }
            lines.add("  " + option.name() + " ".repeat(width - option.name().length()) + "  " + option.facts());
            if (option.text() != null) {
                lines.add(" ".repeat(width + 4) + Objects.requireNonNull(option.text()));
            }
        }
        return lines;
    }
}
