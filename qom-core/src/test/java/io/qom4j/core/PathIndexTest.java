// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathIndexTest {
    private static final long SEED = 7;

    private final Qom qom = Qom.builder().build();
    private final PathIndex index = new PathIndex(qom.root());

    private QomObject add(QomObject parent, String name) {
        QomObject made = qom.newObject(Container.TYPE_NAME);
        parent.addChild(name, made);
        made.unref();
        return made;
    }

    @Test
    void whatEnteredIsFoundByItsWholePathAlone() {
        QomObject leaf = add(add(qom.root(), "a"), "b");
        index.entered(leaf);
        assertThat(index.find("/a/b")).isSameAs(leaf);
        assertThat(index.find("a/b")).isNull();
        assertThat(index.find("/b")).isNull();
        assertThat(index.find("/a/b/")).isNull();
        assertThat(index.find("//a/b")).isNull();
        assertThat(index.find("/")).isNull();
        assertThat(index.find("")).isNull();
    }

    @Test
    void oneThatComesAndGoesTakesOneSlot() {
        QomObject object = add(qom.root(), "x");
        for (int i = 0; i < 100; i++) {
            index.entered(object);
            index.left(object);
        }
        assertThat(index.used()).isEqualTo(1);
        index.entered(object);
        assertThat(index.find("/x")).isSameAs(object);
    }

    @Test
    void pathsOfOneHashAreToldApart() {
        QomObject first = add(qom.root(), "AaBB");
        QomObject second = add(qom.root(), "BBAa");
        QomObject third = add(add(qom.root(), "Aa"), "x");
        QomObject fourth = add(add(qom.root(), "BB"), "x");
        List.of(first, second, third, fourth).forEach(index::entered);
        assertThat(index.find("/AaBB")).isSameAs(first);
        assertThat(index.find("/BBAa")).isSameAs(second);
        assertThat(index.find("/Aa/x")).isSameAs(third);
        assertThat(index.find("/BB/x")).isSameAs(fourth);
        assertThat(index.find("/BBBB")).isNull();
    }

    @Test
    void whatLeftIsNotFoundEvenIfItIsStillListed() {
        QomObject leaf = add(qom.root(), "leaf");
        index.entered(leaf);
        leaf.unparent();
        assertThat(index.find("/leaf")).isNull();
    }

    @Test
    void whatIsVeryDeepIsNotListedButItsPathStillLeadsThere() {
        QomObject at = qom.root();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            at = add(at, "d" + i);
            path.append("/d").append(i);
            assertThat(qom.find(path.toString())).isSameAs(at);
        }
        index.entered(at);
        assertThat(index.find(path.toString())).isNull();
    }

    @Test
    void manyThatComeAndGoAreFoundWhileTheyAreThere() {
        Random random = new Random(SEED);
        QomObject owner = add(qom.root(), "owner");
        List<QomObject> here = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (here.isEmpty() || random.nextInt(3) > 0) {
                QomObject made = add(owner, "n" + i);
                index.entered(made);
                here.add(made);
            } else {
                QomObject gone = here.remove(random.nextInt(here.size()));
                String path = String.valueOf(gone.canonicalPath());
                index.left(gone);
                assertThat(index.find(path)).isNull();
                gone.unparent();
            }
        }
        for (QomObject each : here) {
            assertThat(index.find(String.valueOf(each.canonicalPath()))).isSameAs(each);
        }
    }

    @Test
    void aPathLeadsToWhatHasTheNameNow() {
        QomObject first = add(qom.root(), "x");
        first.unparent();
        QomObject second = add(qom.root(), "x");
        assertThat(qom.find("/x")).isSameAs(second);
    }

    @Test
    void whatMovesWithItsOwnerIsFoundThere() {
        QomObject owner = add(qom.root(), "before");
        QomObject leaf = add(owner, "leaf");
        owner.ref();
        owner.unparent();
        qom.root().addChild("after", owner);
        owner.unref();
        assertThat(qom.find("/before/leaf")).isNull();
        assertThat(qom.find("/after/leaf")).isSameAs(leaf);
    }
}
