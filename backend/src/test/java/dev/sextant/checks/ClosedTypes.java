// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// The simple names of the cases of our sealed types: a `default` beside one of them would hide the case that is added
/// next year.
record ClosedTypes(Set<String> cases) {
    ClosedTypes {
        cases = Set.copyOf(cases);
    }

    static ClosedTypes of(List<SourceFile> sources) {
        var cases = new HashSet<String>();
        var scanner = new Collector(cases);
        sources.forEach(source -> source.tree().accept(scanner, null));
        return new ClosedTypes(cases);
    }

    private static final class Collector extends TreeScanner<Void, Void> {
        private final Set<String> cases;

        Collector(Set<String> cases) {
            this.cases = cases;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
                type.getPermitsClause().forEach(permitted -> cases.add(simpleName(permitted)));
                for (var member : type.getMembers()) {
                    if (member instanceof ClassTree nested) {
                        cases.add(nested.getSimpleName().toString());
                    }
                }
            }
            return super.visitClass(type, nothing);
        }
    }

    static String simpleName(Tree type) {
        var name = type.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
