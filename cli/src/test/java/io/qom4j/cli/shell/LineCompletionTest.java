// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineCompletionTest {
    private Qom qom;
    private LineCompletion completion;

    @BeforeEach
    void make() {
        qom = Qom.create();
        qom.objects().add("memory-backend-ram", "m0", "size=1M");
        qom.objects().add("thread-context", "t0", "");
        completion = new LineCompletion(ShellTarget.local(Monitor.of(qom)));
    }

    @AfterEach
    void close() {
        qom.close();
    }

    private List<String> words(String line) {
        return completion.complete(line).stream().map(Proposal::word).toList();
    }

    @Test
    void emptyLineCanBecomeEveryCommand() {
        assertThat(words("")).contains("info", "qom-set", "object_add", "quit", "q", "?");
    }

    @Test
    void beginningOfACommandIsCompleted() {
        assertThat(words("qom-")).containsExactly("qom-get", "qom-list", "qom-set");
    }

    @Test
    void commandIsProposedWithItsHelp() {
        assertThat(completion.complete("qom-l"))
                .containsExactly(new Proposal("qom-list", "qom-list", "list the properties of an object", true));
    }

    @Test
    void unknownCommandHasNoArguments() {
        assertThat(words("frobnicate ")).isEmpty();
    }

    @Test
    void infoGoesOnWithItsSubCommands() {
        assertThat(words("info m")).containsExactly("memdev", "memory_size_summary", "mtree");
    }

    @Test
    void helpGoesOnWithCommandsAndTheirSubCommands() {
        assertThat(words("help qom-g")).containsExactly("qom-get");
        assertThat(words("help info ram")).containsExactly("ramblock");
        assertThat(words("help qom-get ")).isEmpty();
    }

    @Test
    void flagsAreProposedOnce() {
        assertThat(words("info mtree -")).containsExactly("-f", "-d", "-o", "-D");
        assertThat(words("info mtree -f -")).containsExactly("-d", "-o", "-D");
        assertThat(words("qom-set -")).containsExactly("-j");
    }

    @Test
    void pathWithoutSlashIsAnIdOrBeginsAtTheRoot() {
        assertThat(words("qom-list ")).containsExactly("/", "m0", "t0");
        assertThat(words("qom-list t")).containsExactly("t0");
    }

    @Test
    void pathGoesOnBehindItsLastSlash() {
        assertThat(words("qom-list /")).containsExactly("/objects/");
        assertThat(words("qom-list /objects/m")).containsExactly("/objects/m0");
        assertThat(words("qom-list m0/")).contains("m0/m0[0]", "m0/prealloc-context");
        assertThat(words("info qom-tree /o")).containsExactly("/objects/");
    }

    @Test
    void containerIsProposedWithASlashAndGoesOn() {
        assertThat(completion.complete("qom-list /o"))
                .containsExactly(new Proposal("/objects/", "objects/", "child<container>", false));
    }

    @Test
    void pathThatLeadsNowhereGoesNowhere() {
        assertThat(words("qom-list /nowhere/")).isEmpty();
        assertThat(words("qom-get nobody ")).isEmpty();
    }

    @Test
    void propertiesToShowAreThoseThatCanBeRead() {
        assertThat(words("qom-get m0 p"))
                .contains("policy", "prealloc", "persistence-status")
                .doesNotContain("size");
        assertThat(words("qom-get /objects/m0 ty")).containsExactly("type");
    }

    @Test
    void propertiesToSetAreThoseThatCanBeWritten() {
        assertThat(words("qom-set m0 "))
                .contains("policy", "dump")
                .doesNotContain("type", "persistence-status", "m0[0]");
        assertThat(words("qom-set -j m0 dum")).containsExactly("dump");
    }

    @Test
    void valuesAreTheWordsOfTheType() {
        assertThat(words("qom-set m0 dump ")).containsExactly("on", "off");
        assertThat(words("qom-set m0 policy ")).containsExactly("default", "preferred", "bind", "interleave");
        assertThat(words("qom-set m0 policy b")).containsExactly("bind");
    }

    @Test
    void valuesOfALinkAreObjectsOfItsType() {
        assertThat(words("qom-set m0 prealloc-context ")).containsExactly("t0");
    }

    @Test
    void valueThatIsJsonIsNotProposed() {
        assertThat(words("qom-set -j m0 dump ")).isEmpty();
    }

    @Test
    void valueOfAnUnknownPropertyIsNotProposed() {
        assertThat(words("qom-set m0 nonsense ")).isEmpty();
    }

    @Test
    void nothingFollowsTheLastParameter() {
        assertThat(words("qom-get m0 size ")).isEmpty();
    }

    @Test
    void objectsToDeleteAreThoseThatUsersMade() {
        assertThat(words("object_del ")).containsExactly("m0", "t0");
    }

    @Test
    void typesOfNewObjectsGoOnWithTheId() {
        assertThat(words("object_add memory-backend-r")).containsExactly("memory-backend-ram,id=");
        assertThat(words("object_add qom-type=thr")).containsExactly("qom-type=thread-context,id=");
    }

    @Test
    void optionsOfNewObjectsAreThosePropertiesThatAreNotGivenYet() {
        assertThat(words("object_add memory-backend-ram,id=a,pol")).containsExactly("memory-backend-ram,id=a,policy=");
        assertThat(words("object_add memory-backend-ram,size=1M,"))
                .contains("memory-backend-ram,size=1M,id=", "memory-backend-ram,size=1M,dump=")
                .doesNotContain("memory-backend-ram,size=1M,size=", "memory-backend-ram,size=1M,type=");
    }

    @Test
    void valuesOfOptionsAreWordsOrObjects() {
        assertThat(words("object_add memory-backend-ram,dump=o"))
                .containsExactly("memory-backend-ram,dump=on", "memory-backend-ram,dump=off");
        assertThat(words("object_add memory-backend-ram,prealloc-context="))
                .containsExactly("memory-backend-ram,prealloc-context=t0");
    }
}
