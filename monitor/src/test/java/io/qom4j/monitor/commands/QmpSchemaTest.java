// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.command.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told about commands, events and types. */
class QmpSchemaTest {
    private final Monitor monitor = Conversation.newMonitor();
    private final Conversation client = Conversation.negotiated(monitor);
    private final Map<String, Map<String, Object>> entities = entities();

    @AfterEach
    void close() {
        client.close();
        monitor.qom().close();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> entities() {
        JsonDocument reply = QemuJsonParser.parse(client.ask("{'execute':'query-qmp-schema'}"));
        Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
        for (Object each : (List<Object>) reply.toJava(reply.member(ROOT, "return"))) {
            Map<String, Object> entity = (Map<String, Object>) each;
            assertThat(byName.put((String) entity.get("name"), entity)).isNull();
        }
        return byName;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list(Map<String, Object> entity, String field) {
        return (List<Map<String, Object>>) entity.getOrDefault(field, List.of());
    }

    private Map<String, Object> entity(Object name) {
        return entities.get((String) name);
    }

    @Test
    void eachCommandIsThere() {
        assertThat(entities.values().stream()
                        .filter(each -> each.get("meta-type").equals("command"))
                        .map(each -> each.get("name")))
                .containsExactlyElementsOf(
                        monitor.commands().all().stream().map(Command::name).toList());
    }

    @Test
    void eachTypeThatIsNamedIsDescribed() {
        for (Map<String, Object> each : entities.values()) {
            for (String reference : List.of("arg-type", "ret-type", "element-type")) {
                if (each.containsKey(reference)) {
                    assertThat(entities).containsKey((String) each.get(reference));
                }
            }
            for (String members : List.of("members", "variants")) {
                list(each, members).stream()
                        .filter(member -> member.containsKey("type"))
                        .forEach(member -> assertThat(entities).containsKey((String) member.get("type")));
            }
        }
    }

    @Test
    void optionalMembersHaveANullDefault() {
        Map<String, Object> arguments = entity(entity("qom-list-types").get("arg-type"));

        assertThat(list(arguments, "members"))
                .extracting(member -> member.get("name"))
                .containsExactly("implements", "abstract");
        assertThat(list(arguments, "members"))
                .allMatch(member -> member.containsKey("default") && member.get("default") == null);
    }

    @Test
    void objectAddHasAVariantForEachTypeThatUsersCanMake() {
        Map<String, Object> arguments = entity(entity("object-add").get("arg-type"));
        Map<String, Object> ram = list(arguments, "variants").stream()
                .filter(variant -> variant.get("case").equals("memory-backend-ram"))
                .findFirst()
                .orElseThrow();

        assertThat(arguments).containsEntry("tag", "qom-type");
        assertThat(list(entity(ram.get("type")), "members"))
                .anyMatch(member -> member.get("name").equals("size")
                        && member.get("type").equals("int")
                        && !member.containsKey("default"));
        assertThat(list(entity(ram.get("type")), "members"))
                .noneMatch(member -> member.get("name").equals("id"));
    }

    @Test
    void ownCommandsAreMarkedAsUnstable() {
        assertThat(entity("x-transaction")).containsEntry("features", List.of("unstable"));
        assertThat(entity("qom-get")).doesNotContainKey("features");
    }

    @Test
    void commandsThatMayOvertakeSaySo() {
        assertThat(entity("query-yank")).containsEntry("allow-oob", true);
        assertThat(entity("query-name")).doesNotContainKey("allow-oob");
    }

    @Test
    void eventsAreThereWithTheirData() {
        assertThat(entity("SHUTDOWN")).containsEntry("meta-type", "event");
        assertThat(list(entity(entity("SHUTDOWN").get("arg-type")), "members"))
                .extracting(member -> member.get("name"))
                .containsExactly("guest", "reason");
        assertThat(list(entity(entity("STOP").get("arg-type")), "members")).isEmpty();
    }
}
