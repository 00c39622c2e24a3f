// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.Origins;
import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several commands, all or none. */
class TransactionTest {
    private static final String FAILS = "{'execute':'object-del','arguments':{'id':'nope'}}";

    @TempDir
    Path folder;

    private final Monitor monitor = Conversation.newMonitor();
    private final Conversation client = Conversation.negotiated(monitor);

    @BeforeEach
    void addBackend() {
        client.ask(add("m0"));
    }

    @AfterEach
    void close() {
        client.close();
        monitor.qom().close();
    }

    private static String add(String id) {
        return "{'execute':'object-add','arguments':{'qom-type':'memory-backend-ram','id':'" + id + "','size':4096}}";
    }

    private static String delete(String id) {
        return "{'execute':'object-del','arguments':{'id':'" + id + "'}}";
    }

    private static String set(String value) {
        return "{'execute':'qom-set','arguments':{'path':'m0','property':'merge','value':" + value + "}}";
    }

    private String transact(String... commands) {
        return client.ask("{'execute':'x-transaction','arguments':{'commands':[" + String.join(",", commands) + "]}}");
    }

    private QomObject backend() {
        return monitor.qom().resolve("/objects/m0");
    }

    @Test
    void tellsTheResultsInOrder() {
        assertThat(transact(
                        add("m1"),
                        "{'execute':'qom-get','arguments':{'path':'m1','property':'size'}}",
                        delete("m1"),
                        "{'execute':'query-name'}"))
                .isEqualTo("{\"return\": [{}, 4096, {}, {}]}");
    }

    @Test
    void theFailureNamesTheCommandAndKeepsItsClass() {
        assertThat(transact(add("m1"), "{'execute':'qom-get','arguments':{'path':'/x','property':'y'}}"))
                .isEqualTo("{\"error\": {\"class\": \"DeviceNotFound\", "
                        + "\"desc\": \"Command 2 of 2, qom-get: Device '/x' not found\"}}");
    }

    @Test
    void whatWasAddedIsGoneAfterAFailure() {
        transact(add("m1"), add("m2"), FAILS);

        assertThat(monitor.qom().objects().all()).containsExactly(backend());
    }

    @Test
    void aFileThatWasCreatedIsGoneAfterAFailure() {
        transact(
                "{'execute':'object-add','arguments':{'qom-type':'memory-backend-file','id':'f','size':4096,'mem-path':'"
                        + folder.resolve("f") + "'}}",
                FAILS);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasSetIsAsBeforeAfterAFailure() {
        transact(set("false"), set("true"), set("false"), FAILS);

        assertThat(backend().getBool("merge")).isTrue();
        assertThat(backend().origin("merge")).isNotEqualTo(Origins.QMP);
    }

    @Test
    void whatWasDeletedIsTheSameObjectAfterAFailure() {
        QomObject before = backend();

        transact(delete("m0"), add("m0"), set("false"), FAILS);

        assertThat(backend()).isSameAs(before);
        assertThat(before.references()).isEqualTo(1);
        assertThat(before.getBool("merge")).isTrue();
    }

    @Test
    void anObjectCanBeReplaced() {
        QomObject before = backend();

        assertThat(transact(delete("m0"), add("m0"))).isEqualTo("{\"return\": [{}, {}]}");

        assertThat(backend()).isNotSameAs(before);
        assertThat(before.isFinalized()).isTrue();
    }

    @Test
    void whatDestroysDataIsRefused() {
        client.ask(
                "{'execute':'object-add','arguments':{'qom-type':'memory-backend-file','id':'f','size':4096,'share':true,"
                        + "'discard-data':true,'mem-path':'" + folder.resolve("f") + "'}}");

        assertThat(transact(delete("f"))).contains("cannot be deleted in a transaction: its deletion destroys data");
        assertThat(monitor.qom().find("/objects/f")).isNotNull();
    }

    @Test
    void whatCannotBeTakenBackIsRefused() {
        assertThat(transact("{'execute':'quit'}")).contains("The command quit cannot be part of a transaction");
        assertThat(transact("{'execute':'x-transaction','arguments':{'commands':[]}}"))
                .contains("cannot be part of");
        assertThat(client.session().isOver()).isFalse();
    }

    @Test
    void theFormOfEachCommandIsCheckedFirst() {
        assertThat(transact(add("m1"), "{'arguments':{}}")).contains("Parameter 'commands[1].execute' is missing");
        assertThat(transact(add("m1"), "{'execute':'query-name','x':1}"))
                .contains("Parameter 'commands[1].x' is unexpected");
        assertThat(transact("1")).contains("Invalid parameter type for 'commands[0]', expected: object");
        assertThat(monitor.qom().find("/objects/m1")).isNull();
    }

    @Test
    void nothingIsDoneByNoCommand() {
        assertThat(transact()).isEqualTo("{\"return\": []}");
    }
}
