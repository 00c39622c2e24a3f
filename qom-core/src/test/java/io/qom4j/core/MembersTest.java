// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private final Qom qom = Qom.builder().build();
    private final QomObject owner = qom.newObject(Container.TYPE_NAME);

    @AfterEach
    void close() {
        owner.unref();
        qom.close();
    }

    private void add(String name) {
        QomObject made = qom.newObject(Container.TYPE_NAME);
        owner.addChild(name, made);
        made.unref();
    }

    private Members members() {
        return Objects.requireNonNull(owner.members());
    }

    @Test
    void oneThatComesAndGoesTakesOneSlotBesideOthers() {
        for (int i = 0; i < 100; i++) {
            add("other" + i);
        }
        int before = members().usedSlots();
        for (int i = 0; i < 20; i++) {
            add("x");
            owner.child("x").unparent();
        }
        assertThat(members().usedSlots()).isLessThanOrEqualTo(before + 1);
        assertThat(members().size()).isEqualTo(100);
    }

    @Test
    void slotThatWasLeftDoesNotHideWhatIsFurtherOn() {
        add("AaBB");
        add("BBAa");
        owner.child("AaBB").unparent();
        add("BBBB");
        assertThat(owner.children()).extracting(QomObject::name).containsExactly("BBAa", "BBBB");
        assertThat(owner.child("BBAa")).isNotNull();
        assertThat(owner.child("BBBB")).isNotNull();
        assertThat(owner.child("AaBB")).isNull();
    }
}
