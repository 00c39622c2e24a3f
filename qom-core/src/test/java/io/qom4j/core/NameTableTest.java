// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameTableTest {
    private static final long SEED = 11;

    private final Qom qom = Qom.builder().build();
    private final NameTable table = new NameTable();

    private QomObject add(QomObject parent, String name) {
        QomObject made = qom.newObject(Container.TYPE_NAME);
        parent.addChild(name, made);
        made.unref();
        return made;
    }

    @Test
    void nobodyHasANameThatWasNotGiven() {
        assertThat(table.get("nobody")).isEmpty();
    }

    @Test
    void namesOfOneHashAreToldApart() {
        QomObject first = add(qom.root(), "AaBB");
        QomObject second = add(qom.root(), "BBAa");
        table.add(first, "AaBB");
        table.add(second, "BBAa");
        assertThat(table.get("AaBB")).containsExactly(first);
        assertThat(table.get("BBAa")).containsExactly(second);
        assertThat(table.get("AaAa")).isEmpty();
    }

    @Test
    void oneThatComesAndGoesTakesOneSlot() {
        QomObject object = add(qom.root(), "x");
        for (int i = 0; i < 100; i++) {
            table.add(object, "x");
            table.remove(object, "x");
        }
        assertThat(table.used()).isEqualTo(1);
    }

    @Test
    void slotThatWasLeftIsNotTakenBeforeANamesakeFurtherOn() {
        QomObject first = add(qom.root(), "AaBB");
        QomObject second = add(qom.root(), "BBAa");
        QomObject namesake = add(first, "BBAa");
        table.add(first, "AaBB");
        table.add(second, "BBAa");
        table.remove(first, "AaBB");
        table.add(namesake, "BBAa");
        assertThat(table.get("BBAa")).containsExactlyInAnyOrder(second, namesake);
    }

    @Test
    void manyThatComeAndGoAreFoundByTheirNamesWhileTheyAreThere() {
        Random random = new Random(SEED);
        Map<String, Set<QomObject>> expected = new HashMap<>();
        List<QomObject> here = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            if (here.isEmpty() || random.nextInt(5) > 1) {
                QomObject owner = add(qom.root(), "owner" + i);
                String name = random.nextBoolean() ? "shared" + random.nextInt(20) : "own" + i;
                QomObject made = add(owner, name);
                table.add(made, name);
                here.add(made);
                expected.computeIfAbsent(name, any -> new HashSet<>()).add(made);
            } else {
                QomObject gone = here.remove(random.nextInt(here.size()));
                String name = String.valueOf(gone.name());
                table.remove(gone, name);
                expected.get(name).remove(gone);
                assertThat(table.get(name)).containsExactlyInAnyOrderElementsOf(expected.get(name));
            }
        }
        expected.forEach((name, objects) -> assertThat(table.get(name)).containsExactlyInAnyOrderElementsOf(objects));
    }

    @Test
    void objectsOfOneNameShareItsString() {
        QomObject first = add(add(qom.root(), "a"), new String(new char[] {'n', '1'}));
        QomObject second = add(add(qom.root(), "b"), new String(new char[] {'n', '1'}));
        assertThat(second.name()).isSameAs(first.name());
    }
}
