// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import io.qom4j.core.Qom;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.Monitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a target tells of its commands, objects, types and properties.
 *
 * <p>QEMU does not tell which words a property takes; then the types of this program tell it, where they have the same name.
 * Whatever cannot be told, because there is no such object for example, is empty. Confined to one thread.
 */
final class Knowledge {
    private static final String DESCRIBE = "x-qom-describe";
    private static final String OBJECTS = "/objects";

    private final ShellTarget target;
    private final Map<String, List<CommandUsage>> usages = new LinkedHashMap<>();
    private final Map<String, Map<String, PropertyFacts>> own = new HashMap<>();
    private @Nullable Boolean describes;

    Knowledge(ShellTarget target) {
        this.target = target;
    }

    /** A child or a link below an object. */
    record Branch(String name, String type) {
        boolean isContainer() {
            return type.equals("child<container>");
        }
    }

    /**
     * Returns the commands of the human monitor.
     *
     * @param group the command below which they are, or empty
     */
    List<CommandUsage> commands(String group) {
        return usages.computeIfAbsent(group, any -> {
            String help = group.isEmpty() ? "help" : "help " + group;
            String text = String.valueOf(
                    ask("human-monitor-command", Map.of("command-line", help)).value());
            return CommandUsage.read(group.isEmpty() ? "" : group + " ", text);
        });
    }

    /** Returns what paths may go on with behind an object. */
    List<Branch> branches(String path) {
        List<Branch> branches = new ArrayList<>();
        for (Reply each : ask("qom-list", Map.of("path", path)).items()) {
            String type = each.get("type").text();
            if (type.startsWith("child<") || type.startsWith("link<")) {
                branches.add(new Branch(each.get("name").text(), type));
            }
        }
        return branches;
    }

    /** Returns the objects that users made. */
    List<Branch> userObjects() {
        return branches(OBJECTS);
    }

    /** Returns the names of the types that users can make objects of. */
    List<String> creatableTypes() {
        return types(UserCreatable.TYPE_NAME, false);
    }

    /** Returns the names of a type and of those that are of it too. */
    Set<String> typesOf(String name) {
        return Set.copyOf(types(name, true));
    }

    private List<String> types(String of, boolean withAbstract) {
        return ask("qom-list-types", Map.of("implements", of, "abstract", withAbstract)).items().stream()
                .map(each -> each.get("name").text())
                .sorted()
                .toList();
    }

    /** Returns the properties of an object. */
    List<PropertyFacts> ofObject(String path) {
        if (describes()) {
            return described(ask(DESCRIBE, Map.of("path", path)));
        }
        String type = ask("qom-get", Map.of("path", path, "property", "type")).text();
        return listed(ask("qom-list", Map.of("path", path)), type);
    }

    /** Returns the properties that an object of a type has when it is made. */
    List<PropertyFacts> ofType(String type) {
        return describes()
                ? described(ask(DESCRIBE, Map.of("typename", type)))
                : listed(ask("qom-list-properties", Map.of("typename", type)), type);
    }

    private static List<PropertyFacts> described(Reply description) {
        return description.get("properties").items().stream()
                .map(PropertyFacts::ofDescription)
                .toList();
    }

    private List<PropertyFacts> listed(Reply list, String type) {
        Map<String, PropertyFacts> known = own.computeIfAbsent(type, Knowledge::known);
        return list.items().stream()
                .map(each -> {
                    String name = each.get("name").text();
                    PropertyFacts facts = known.get(name);
                    return facts != null
                            ? facts
                            : PropertyFacts.ofTypeText(name, each.get("type").text());
                })
                .toList();
    }

    /** Returns what the types of this program tell. */
    private static Map<String, PropertyFacts> known(String type) {
        try (Qom qom = Qom.create()) {
            return new Knowledge(ShellTarget.local(Monitor.of(qom)))
                    .ofType(type).stream().collect(Collectors.toMap(PropertyFacts::name, facts -> facts));
        }
    }

    private boolean describes() {
        if (describes == null) {
            describes = ask("query-commands", Map.of()).items().stream()
                    .anyMatch(each -> each.get("name").text().equals(DESCRIBE));
        }
        return describes;
    }

    private Reply ask(String command, Map<String, ?> arguments) {
        try {
            return new Reply(target.execute(command, arguments));
        } catch (QomException refusal) {
            // That nothing is known is the answer: whoever completes a line has not asked for errors.
            return new Reply(null);
        }
    }
}
