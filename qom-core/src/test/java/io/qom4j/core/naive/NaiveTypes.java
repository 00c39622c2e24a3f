// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of descent, interfaces and inherited properties, each written down in the plainest way. */
final class NaiveTypes {
    private final Map<String, NaiveType> byName = new LinkedHashMap<>();

    NaiveTypes(List<NaiveType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    /** Returns the type and its ancestors, the root last. */
    List<String> line(String type) {
        List<String> line = new ArrayList<>(List.of(type));
        NaiveType each = byName.get(type);
        if (each != null) {
            line.addAll(line(each.parent()));
        }
        return line;
    }

    /** Returns the interfaces that a type has a copy of, inherited ones first. */
    List<String> interfaces(String name) {
        NaiveType type = byName.get(name);
        if (type == null) {
            return List.of();
        }
        List<String> interfaces = new ArrayList<>(interfaces(type.parent()));
        for (String each : type.interfaces()) {
            if (interfaces.stream().noneMatch(there -> line(there).contains(each))) {
                interfaces.add(each);
            }
        }
        return interfaces;
    }

    boolean isA(String type, String wanted) {
        return line(type).contains(wanted)
                || interfaces(type).stream().anyMatch(each -> line(each).contains(wanted));
    }

    /** Returns how many of a type's interfaces can be taken for an interface. */
    long ways(String type, String wanted) {
        return interfaces(type).stream()
                .filter(each -> line(each).contains(wanted))
                .count();
    }

    /** Returns the names of the properties of a type's objects in order, or null if a name is declared twice. */
    @Nullable List<String> properties(String name) {
        List<String> all = new ArrayList<>();
        for (String each : line(name).reversed()) {
            NaiveType type = byName.get(each);
            for (String property : type == null ? List.of("type") : type.declares()) {
                if (all.contains(property)) {
                    return null;
                }
                all.add(property);
            }
        }
        return all;
    }

    @Nullable Integer data(String name) {
        for (String each : line(name)) {
            NaiveType type = byName.get(each);
            if (type != null && type.data() != null) {
                return type.data();
            }
        }
        return null;
    }

    /** Returns the names of the types that are of a type, sorted. */
    List<String> list(String wanted, boolean withAbstract) {
        return byName.values().stream()
                .filter(type -> (withAbstract || !type.isAbstract()) && isA(type.name(), wanted))
                .map(NaiveType::name)
                .sorted()
                .toList();
    }
}
