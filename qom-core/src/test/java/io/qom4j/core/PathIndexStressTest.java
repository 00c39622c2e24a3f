// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.stress.Race;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Readers of an index of paths beside writers, who come one at a time. */
class PathIndexStressTest {
    private static final int CHANGES = 20;
    private static final int LOOKS = 200;

    /** More than a new index has room for, twice. */
    private static final int MANY = 150;

    /** An index, an object that stays in it, and one whose place is taken by another and another. */
    private static final class Paths {
        final Qom qom = Qom.builder().build();
        final PathIndex index = new PathIndex(qom.root());
        final QomObject resident = enter("home", "stays", make());

        @Nullable QomObject successor;

        QomObject make() {
            return qom.newObject(Container.TYPE_NAME);
        }

        QomObject enter(String owner, String name, QomObject object) {
            return qom.exclusively(() -> {
                qom.tree().container(owner).addChild(name, object);
                index.entered(object);
                return object;
            });
        }

        void leave(QomObject object) {
            qom.exclusively(() -> {
                index.left(object);
                object.unparent();
            });
        }

        void visitTogether(String owner) {
            List<QomObject> visitors = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                visitors.add(enter(owner, "visitor" + i, make()));
            }
            visitors.forEach(this::leave);
        }

        void succeedEachOther() {
            for (int i = 0; i < CHANGES; i++) {
                qom.exclusively(() -> {
                    if (successor != null) {
                        leave(successor);
                    }
                    successor = enter("throne", "king", make());
                });
            }
        }

        void moveToAndFro() {
            for (int i = 0; i < CHANGES; i++) {
                leave(resident);
                enter("abroad", "stays", resident);
                leave(resident);
                enter("home", "stays", resident);
            }
        }
    }

    @Test
    void whoStaysIsFoundWhileTheIndexGrowsAndEmpties() {
        Race.over(Paths::new)
                .actor(paths -> paths.visitTogether("first"))
                .actor(paths -> paths.visitTogether("second"))
                .actor(paths -> {
                    for (int i = 0; i < LOOKS; i++) {
                        assertThat(paths.index.find("/home/stays")).isSameAs(paths.resident);
                    }
                })
                .then(paths -> {
                    for (int i = 0; i < MANY; i++) {
                        assertThat(paths.index.find("/first/visitor" + i)).isNull();
                    }
                })
                .run();
    }

    @Test
    void ofThoseWhoFollowEachOtherUnderOnePathTheLastIsFoundInTheEnd() {
        Race.over(Paths::new)
                .actor(Paths::succeedEachOther)
                .actor(Paths::succeedEachOther)
                .actor(paths -> {
                    for (int i = 0; i < LOOKS; i++) {
                        QomObject found = paths.index.find("/throne/king");
                        assertThat(found == null ? "king" : found.lastName()).isEqualTo("king");
                        assertThat(paths.index.find("/home/stays")).isSameAs(paths.resident);
                    }
                })
                .then(paths ->
                        assertThat(paths.index.find("/throne/king")).isNotNull().isSameAs(paths.successor))
                .run();
    }

    @Test
    void whoMovesIsFoundAtPlacesWhereItWasAndInTheEndWhereItIs() {
        Race.over(Paths::new)
                .actor(Paths::moveToAndFro)
                .actor(paths -> {
                    for (int i = 0; i < LOOKS; i++) {
                        assertThat(paths.index.find("/home/stays")).isIn(paths.resident, null);
                        assertThat(paths.index.find("/abroad/stays")).isIn(paths.resident, null);
                        assertThat(paths.index.find("/home")).isNull();
                    }
                })
                .then(paths -> {
                    assertThat(paths.index.find("/home/stays")).isSameAs(paths.resident);
                    assertThat(paths.index.find("/abroad/stays")).isNull();
                })
                .run();
    }
}
