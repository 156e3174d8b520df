// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// State that two tests or two tenants would share: static fields that can be set, and static fields that are filled
/// with a collection, an atomic or a thread that can change.
final class StaticState {
    private static final Pattern MUTABLE =
            Pattern.compile(
                    "java\\.util\\.(\\w*(Map|List|Set|Deque|Queue|Vector|Hashtable|BitSet)|Random|Properties)"
                            + "|java\\.util\\.concurrent\\..*(Map|Queue|Deque|List|Set|Executor|Semaphore|Latch)"
                            + "|java\\.util\\.concurrent\\.atomic\\..*"
                            + "|java\\.lang\\.(StringBuilder|StringBuffer|ThreadLocal|Thread)");

    private StaticState() {}

    static ArchRule isNeverMutable() {
        return ArchRuleDefinition.classes()
                .should(
                        new ArchCondition<>("keep no static state") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                type.getFields().stream()
                                        .filter(StaticState::canBeSet)
                                        .forEach(field ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                type,
                                                                field.getDescription()
                                                                        + " is static and not final")));
                                if (type.getFields().stream().anyMatch(StaticState::mayChange)) {
                                    madeAtStart(type)
                                            .forEach(call ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type, call.getDescription())));
                                }
                            }
                        });
    }

    private static boolean canBeSet(JavaField field) {
        var modifiers = field.getModifiers();
        return modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.FINAL)
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static boolean mayChange(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && (MUTABLE.matcher(field.getRawType().getName()).matches()
                        || field.getRawType().isAssignableTo(Collection.class));
    }

    private static Stream<? extends JavaAccess<?>> madeAtStart(JavaClass type) {
        return type.getStaticInitializer().stream()
                .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                .filter(StaticState::makesSomethingMutable);
    }

    private static boolean makesSomethingMutable(JavaAccess<?> call) {
        return MUTABLE.matcher(call.getTargetOwner().getName()).matches();
    }
}
