// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeakDetectorTest {
    private static final int MOST_TRIES = 200;

    private final LinkedBlockingQueue<Leak> leaks = new LinkedBlockingQueue<>();

    private Qom runtime(boolean withPlaces) {
        Qom qom = Qom.builder().reportLeaks(leaks::add, withPlaces).build();
        qom.types().register(Thing.type("thing").build());
        qom.types().register(Thing.type("marker").build());
        return qom;
    }

    /** Waits, bounded, for the garbage collector to find a leak. */
    private @Nullable Leak nextLeak() throws InterruptedException {
        for (int i = 0; i < MOST_TRIES; i++) {
            System.gc();
            Leak leak = leaks.poll(50, TimeUnit.MILLISECONDS);
            if (leak != null) {
                return leak;
            }
        }
        return null;
    }

    private static void leakOne(Qom qom, String type) {
        qom.newObject(type);
    }

    @Test
    void objectThatWasNeverReleasedIsReportedWithItsType() throws InterruptedException {
        Qom qom = runtime(false);
        leakOne(qom, "thing");
        assertThat(nextLeak()).isEqualTo(new Leak("thing", null));
        assertThat(qom.isClosed()).isFalse();
    }

    @Test
    void placeWhereItWasMadeIsReportedWhenAskedFor() throws InterruptedException {
        Qom qom = runtime(true);
        leakOne(qom, "thing");
        Leak leak = nextLeak();
        assertThat(leak).isNotNull();
        assertThat(leak.madeAt()).isNotNull().hasMessage("thing was made here");
        assertThat(leak.madeAt().getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("leakOne");
        assertThat(qom.isClosed()).isFalse();
    }

    @Test
    void releasedObjectIsNoLeak() throws InterruptedException {
        Qom qom = runtime(false);
        qom.newObject("thing").unref();
        leakOne(qom, "marker");
        assertThat(nextLeak()).isEqualTo(new Leak("marker", null));
        assertThat(leaks).isEmpty();
    }

    @Test
    void objectInTheTreeIsNoLeak() throws InterruptedException {
        Qom qom = runtime(false);
        QomObject child = qom.newObject("thing");
        qom.root().addChild("thing", child);
        child.unref();
        leakOne(qom, "marker");
        assertThat(nextLeak()).isEqualTo(new Leak("marker", null));
        assertThat(qom.find("/thing")).isNotNull();
    }

    @Test
    void closedRuntimeLeaksNothingButWhatIsHeld() throws InterruptedException {
        closeOne();
        Qom qom = runtime(false);
        leakOne(qom, "marker");
        assertThat(nextLeak()).isEqualTo(new Leak("marker", null));
        assertThat(leaks).isEmpty();
        assertThat(qom.isClosed()).isFalse();
    }

    private void closeOne() {
        try (Qom qom = runtime(false)) {
            QomObject child = qom.newObject("thing");
            qom.root().addChild("thing", child);
            child.unref();
        }
    }

    @Test
    void childOfALeakedObjectIsALeakToo() throws InterruptedException {
        Qom qom = runtime(false);
        leakFamily(qom);
        assertThat(nextLeak()).isNotNull();
        assertThat(nextLeak()).isNotNull();
        assertThat(qom.isClosed()).isFalse();
    }

    private static void leakFamily(Qom qom) {
        QomObject parent = qom.newObject("thing");
        QomObject child = qom.newObject("thing");
        parent.addChild("part", child);
        child.unref();
    }
}
