// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.stream.Collectors;

/// A folder below a room is an adapter of that room: other rooms speak to the room's ports, never to the adapter.
final class Adapters {
    private static final int ROOM_PARTS = 3;

    private static final Set<String> ROOMS =
            Room.ALL.stream().map(Room::name).collect(Collectors.toUnmodifiableSet());

    private Adapters() {}

    static ArchRule areUsedInTheirRoomOnly() {
        return ArchRuleDefinition.classes()
                .should(
                        new ArchCondition<>("leave other rooms' adapters alone") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                type.getDirectDependenciesFromSelf().stream()
                                        .filter(Adapters::reachesIntoAnAdapter)
                                        .forEach(use ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                type, use.getDescription())));
                            }
                        });
    }

    private static boolean reachesIntoAnAdapter(Dependency use) {
        var target = use.getTargetClass().getBaseComponentType().getPackageName();
        var origin = use.getOriginClass().getPackageName();
        return ROOMS.contains(room(target))
                && target.startsWith("dev.sextant.")
                && target.split("\\.").length > ROOM_PARTS
                && !room(target).equals(room(origin));
    }

    private static String room(String packageName) {
        var parts = packageName.split("\\.");
        return parts.length < ROOM_PARTS ? packageName : parts[ROOM_PARTS - 1];
    }
}
