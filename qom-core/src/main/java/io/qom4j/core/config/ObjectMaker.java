// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.CompositionTree;
import io.qom4j.core.Globals;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.StringProperty;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last stages of loading: creates, sets, completes and publishes objects, or takes everything back.
 *
 * <p>Runs under the runtime's writer lock. Confined to one thread.
 */
final class ObjectMaker {
    private static final int TRUE = JsonKind.TRUE.bit();

    private final Qom qom;
    private final Environment environment;
    private final ConfigInputVisitor visitor;
    private final Globals.State globalsBefore;
    private final @Nullable QomObject containerBefore;
    private final ArrayList<QomObject> made = new ArrayList<>();
    private final @Nullable LoadProgress progress;
    private boolean isTakenBack;

    /** The container of the objects, once it was needed. */
    private @Nullable QomObject container;

    /** How many objects go into the container. */
    private int expected;

    ObjectMaker(Qom qom, Environment environment, @Nullable LoadProgress progress) {
        this.qom = qom;
        this.environment = environment;
        this.progress = progress;
        visitor = newVisitor();
        globalsBefore = qom.types().globals().state();
        containerBefore = qom.root().child(CompositionTree.OBJECTS);
    }

    private ConfigInputVisitor newVisitor() {
        return new ConfigInputVisitor(JsonDocument.of(null), environment, WarningSink.IGNORE);
    }

    /**
     * Makes everything.
     *
     * @param objects the objects by number
     * @param order the steps, or null for each object by itself in the order of the texts
     * @throws ConfigException if an object refuses; nothing has changed then
     */
    void make(LoadPlan plan, List<ObjectPlan> objects, int @Nullable [] order) {
        try {
            addGlobals(plan);
            expected = plan.top().size();
            made.ensureCapacity(objects.size());
            if (order == null) {
                for (ObjectPlan each : objects) {
                    goIn(each);
                    finish(each);
                }
            } else {
                for (int step : order) {
                    ObjectPlan each = objects.get(step / 2);
                    if (step % 2 == 0) {
                        goIn(each);
                    } else {
                        finish(each);
                    }
                }
            }
            if (progress != null) {
                progress.before(LoadStage.PUBLISH, "");
            }
        } catch (RuntimeException | Error e) {
            takeBack(e);
            throw e;
        }
    }

    private void addGlobals(LoadPlan plan) {
        for (LoadPlan.GlobalDefault each : plan.globals()) {
            JsonDocument document = each.origin().source().document();
            qom.types()
                    .globals()
                    .add(
                            each.type(),
                            each.property().name(),
                            () -> newVisitor().at(document, each.node(), ClassFacts.present(each.property())),
                            each.origin());
        }
    }

    /** Makes an object, gives it its values and puts it into the tree. */
    private void goIn(ObjectPlan plan) {
        if (progress != null) {
            progress.before(LoadStage.CREATE, plan.path());
        }
        QomObject object;
        try {
            object = plan.facts().objectClass().newObject();
        } catch (QomException e) {
            throw refused(
                    DiagnosticCode.CREATE_REFUSED, plan.origin(), plan.origin().node(), e);
        }
        boolean isAdopted = false;
        try {
            plan.tellGiver(object);
            if (plan.isPlain() && progress == null) {
                setPlainValues(plan, object);
            } else {
                setValues(plan, object, false);
            }
            QomObject parent = plan.parent() == null
                    ? container()
                    : Objects.requireNonNull(plan.parent().object());
            join(plan, object, parent);
            isAdopted = true;
        } finally {
            if (!isAdopted) {
                object.unref();
            }
        }
    }

    private QomObject container() {
        QomObject known = container;
        if (known == null || known.parent() == null) {
            known = qom.tree().container(CompositionTree.OBJECTS);
            qom.tree().expectChildren(known, expected);
            container = known;
        }
        return known;
    }

    private void join(ObjectPlan plan, QomObject object, QomObject parent) {
        try {
            qom.tree().adopt(parent, plan.id(), object);
        } catch (QomException e) {
            throw refused(
                    DiagnosticCode.CREATE_REFUSED, plan.origin(), plan.origin().node(), e);
        }
        plan.object(object);
        made.add(object);
    }

    /** Sets links to what the object owns, and runs its complete hook. */
    private void finish(ObjectPlan plan) {
        QomObject object = Objects.requireNonNull(plan.object());
        if (!plan.children().isEmpty() && !plan.links().isEmpty()) {
            setValues(plan, object, true);
        }
        if (progress != null) {
            progress.before(LoadStage.COMPLETE, plan.path());
        }
        try {
            qom.objects().complete(object);
        } catch (QomException e) {
            throw refused(
                    DiagnosticCode.COMPLETE_REFUSED,
                    plan.origin(),
                    plan.origin().node(),
                    e);
        }
    }

    /** Sets values that were seen to be legal, straight from the document where the property's Java type allows. */
    private void setPlainValues(ObjectPlan plan, QomObject object) {
        DocumentOrigin origin = plan.origin();
        JsonDocument document = origin.source().document();
        Property[] properties = plan.shape().properties();
        int[] offsets = plan.shape().offsets();
        int i = 0;
        try {
            for (; i < properties.length; i++) {
                Property property = properties[i];
                int node = origin.node() + offsets[i];
                if (property instanceof BoolProperty bool) {
                    bool.set(object, document.isAny(node, TRUE), origin);
                } else if (property instanceof IntegerProperty integer) {
                    integer.set(object, document.int64(node), origin);
                } else if (property instanceof StringProperty string) {
                    string.set(object, document.string(node), origin);
                } else {
                    property.set(object, visitor.at(document, node, property), property.name(), origin);
                }
            }
        } catch (QomException e) {
            throw refused(DiagnosticCode.SET_REFUSED, origin, plan.node(i), e);
        }
    }

    /** Sets either the links that lead down to what the object owns, or everything else. */
    private void setValues(ObjectPlan plan, QomObject object, boolean downward) {
        boolean hasLinks = !plan.links().isEmpty();
        for (int i = 0; i < plan.count(); i++) {
            LinkUse link = hasLinks ? plan.link(i) : null;
            if (downward == (link != null && link.leadsDown())) {
                set(plan, object, i, link);
            }
        }
    }

    private void set(ObjectPlan plan, QomObject object, int index, @Nullable LinkUse link) {
        Property property = plan.property(index);
        DocumentOrigin origin = plan.origin(index);
        Source source = origin.source();
        int node = plan.node(index);
        ObjectSource.Reading reading = source.reading();
        if (progress != null) {
            progress.before(LoadStage.SET, plan.path() + "." + property.name());
        }
        try {
            if (link != null && link.path() != null && link.node() == node) {
                setLink(object, property, link, origin);
            } else if (reading != null) {
                property.set(object, reading.at(node), property.name(), origin);
            } else {
                visitor.at(source.document(), node, ClassFacts.present(property));
                property.set(object, visitor, property.name(), origin);
            }
        } catch (QomException e) {
            throw refused(DiagnosticCode.SET_REFUSED, origin, node, e);
        }
    }

    private void setLink(QomObject object, Property property, LinkUse link, DocumentOrigin origin) {
        QomObject target = link.targetObject();
        boolean isNew = object.references() == 1 && object.parent() == null;
        if (property instanceof LinkProperty<?> direct && target != null && isNew) {
            direct.setFirst(object, target, origin);
        } else {
            visitor.at(link.source().document(), link.node(), property, Objects.requireNonNull(link.path()));
            property.set(object, visitor, property.name(), origin);
        }
    }

    private static ConfigException refused(DiagnosticCode code, DocumentOrigin origin, int node, QomException cause) {
        Diagnostic.Builder problem =
                Diagnostic.of(code, ValueProblem.message(cause)).hints(cause.hints());
        return new ConfigException(List.of(origin.source().at(node, problem)), cause);
    }

    /** Returns what was made, in that order. */
    List<QomObject> made() {
        return made;
    }

    /** Takes everything back, the last made first. */
    void takeBack() {
        IllegalStateException trouble = new IllegalStateException("not all that a load has made could be taken back");
        takeBack(trouble);
        if (trouble.getSuppressed().length > 0) {
            throw trouble;
        }
    }

    /** Takes everything back, the last made first; what fails on the way rides along with the reason. */
    private void takeBack(Throwable reason) {
        if (isTakenBack) {
            return;
        }
        isTakenBack = true;
        for (QomObject each : made.reversed()) {
            if (each.isComplete() && each instanceof UserCreatable creatable) {
                attempt(creatable::takeBack, reason);
            }
            attempt(each::unparent, reason);
        }
        made.clear();
        QomObject container = qom.root().child(CompositionTree.OBJECTS);
        if (containerBefore == null && container != null && container.children().isEmpty()) {
            attempt(container::unparent, reason);
        }
        qom.types().globals().restore(globalsBefore);
    }

    private static void attempt(Runnable step, Throwable reason) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            if (e != reason) {
                reason.addSuppressed(e);
            }
        }
    }
}
