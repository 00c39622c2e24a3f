// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.ChildProperty;
import io.qom4j.core.property.Property;
import java.util.List;

/**
 * Prints a composition tree: each object with its type, below it its properties with their values, then its children.
 *
 * <p>Confined to one thread.
 */
final class TreePrinter {
    private static final String INDENT = "  ";
    private final Terminal terminal;

    TreePrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what is below an object. */
    void printChildren(QomObject parent, String indent) {
        for (QomObject child : parent.children()) {
            terminal.line(indent + "/" + child.name() + " " + terminal.faint("(" + child.typeName() + ")"));
            printProperties(child, indent + INDENT);
            printChildren(child, indent + INDENT);
        }
    }

    private void printProperties(QomObject object, String indent) {
        TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
        shown(object).forEach(property -> table.row(property.name(), ValueText.of(object, property)));
        table.lines().forEach(line -> terminal.line(indent + line));
    }

    /** Returns the properties whose values are shown: those that can be read, but for the type and the children. */
    static List<Property> shown(QomObject object) {
        return object.properties().stream()
                .filter(property -> property.isReadable()
                        && !(property instanceof ChildProperty)
                        && !property.name().equals("type"))
                .toList();
    }
}
