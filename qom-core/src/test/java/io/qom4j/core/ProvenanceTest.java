// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.value.ValueType;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final int MANY = 70;
    private static final Origin CLIENT = new Origin.CommandLine("client");
    private static final Origin OTHER = new Origin.CommandLine("other");

    /** An object with more properties than an object has bits for. */
    private static final class Wide extends QomObject {
        private final long[] values = new long[MANY];
    }

    private final ObjectClass wide;
    private final QomObject object;

    ProvenanceTest() {
        Qom qom = Qom.builder().build();
        qom.types()
                .register(TypeInfo.of("wide", Wide.class)
                        .factory(Wide::new)
                        .classInit(ProvenanceTest::classInit)
                        .build());
        wide = qom.types().get("wide");
        object = wide.newObject();
    }

    private static void classInit(ObjectClass oc) {
        for (int i = 0; i < MANY; i++) {
            int index = i;
            oc.addInteger(
                    "p" + i,
                    ValueType.signed(64),
                    (Wide w) -> w.values[index],
                    (Wide w, long value) -> w.values[index] = value);
        }
    }

    private IntegerProperty property(int number) {
        return wide.property("p" + number, IntegerProperty.class);
    }

    @Test
    void nobodyHasSetANewObjectsProperties() {
        for (int i = 0; i < MANY; i++) {
            assertThat(object.origin("p" + i)).isEqualTo(Origins.UNSET);
        }
    }

    @Test
    void eachPropertyKnowsItsOwnGiverHoweverManyThereAre() {
        for (int i = 0; i < MANY; i++) {
            property(i).set(object, i, i % 3 == 0 ? CLIENT : i % 3 == 1 ? OTHER : Origins.API);
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(object.origin("p" + i)).isEqualTo(i % 3 == 0 ? CLIENT : i % 3 == 1 ? OTHER : Origins.API);
        }
    }

    @Test
    void theLastWhoSetsAPropertyCounts() {
        for (Origin first : new Origin[] {CLIENT, Origins.API}) {
            QomObject fresh = wide.newObject();
            property(MANY - 1).set(fresh, 1, first);
            for (int slot : new int[] {0, 20, 30, 31, 32, 60}) {
                for (Origin each : new Origin[] {CLIENT, OTHER, CLIENT, Origins.API, OTHER, Origins.API}) {
                    property(slot).set(fresh, 1, each);
                    assertThat(fresh.origin("p" + slot)).isEqualTo(each);
                }
            }
        }
    }

    @Test
    void ofPropertiesBesideEachOtherOnlyTheOneThatJavaCodeSetIsJavaCodes() {
        for (int slot = 0; slot < MANY; slot += 2) {
            property(slot).set(object, 1);
        }
        for (int slot = 0; slot < MANY; slot++) {
            assertThat(object.origin("p" + slot)).isEqualTo(slot % 2 == 0 ? Origins.API : Origins.UNSET);
        }
    }

    @Test
    void javaCodeThatSetsAfterAnotherIsNotTakenForTheOther() {
        for (int slot = 0; slot < MANY; slot++) {
            property(slot).set(object, 1, CLIENT);
        }
        for (int slot = 0; slot < MANY; slot += 2) {
            property(slot).set(object, 2);
        }
        for (int slot = 0; slot < MANY; slot++) {
            assertThat(object.origin("p" + slot)).isEqualTo(slot % 2 == 0 ? Origins.API : CLIENT);
        }
    }

    @Test
    void propertiesThatAreSetAtTheSameTimeDoNotLoseEachOthersGivers() throws Exception {
        for (int round = 0; round < 500; round++) {
            QomObject shared = wide.newObject();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread rival = Thread.ofPlatform().start(() -> setHalf(shared, 1, OTHER, start));
            setHalf(shared, 0, CLIENT, start);
            rival.join();
            for (int i = 0; i < MANY; i++) {
                assertThat(shared.origin("p" + i)).isEqualTo(i % 2 == 0 ? CLIENT : OTHER);
            }
        }
    }

    private void setHalf(QomObject shared, int first, Origin origin, CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException("the other thread did not start", e);
        }
        for (int i = first; i < MANY; i += 2) {
            property(i).set(shared, i, origin);
        }
    }

    @Test
    void aPropertyThatIsAddedAgainDoesNotInheritTheOldGiver() {
        QomObject plain = wide.registry().get(Container.TYPE_NAME).newObject();
        long[] value = new long[1];
        IntegerProperty.Builder declaration =
                IntegerProperty.of("own", ValueType.signed(64), o -> value[0], (o, v) -> value[0] = v);
        ((IntegerProperty) plain.addProperty(declaration)).set(plain, 1, CLIENT);
        plain.removeProperty("own");
        plain.addProperty(declaration);
        assertThat(plain.origin("own")).isEqualTo(Origins.UNSET);
    }
}
