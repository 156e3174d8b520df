// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules that need a file's tree: methods, catches, switches, names.
final class TreeRules extends TreeScanner<Void, Tree> {
    private static final Set<String> BROAD =
            Set.of("Exception", "RuntimeException", "Throwable", "Error");
    private static final Set<String> SKIPS =
            Set.of("Disabled", "DisabledIf", "DisabledOnOs", "Ignore");
    private static final Pattern EMPTY_NAMES =
            Pattern.compile(".+(Impl|Util|Utils|Helper|Manager|Dto)|I[A-Z][a-z].*Interface");

    private final SourceFile source;
    private final ClosedTypes closed;
    private final List<Violation> found = new ArrayList<>();

    private TreeRules(SourceFile source, ClosedTypes closed) {
        this.source = source;
        this.closed = closed;
    }

    static List<Violation> check(SourceFile source, ClosedTypes closed) {
        var rules = new TreeRules(source, closed);
        source.tree().accept(rules, source.tree());
        return rules.found;
    }

    private void add(String rule, Tree at, String text) {
        found.add(source.violation(rule, source.lineOf(at), text));
    }

    // The second argument carries the class around a method, so that a record's constructor is
    // known as one.
    @Override
    public Void visitClass(ClassTree type, Tree around) {
        var name = type.getSimpleName().toString();
        if (EMPTY_NAMES.matcher(name).matches()) {
            add("type-name", type, name + " is named after no thing of the domain");
        }
        return super.visitClass(type, type);
    }

    @Override
    public Void visitMethod(MethodTree method, Tree around) {
        if (method.getBody() != null) {
            length(method);
            nesting(method);
        }
        var ofRecord = around.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
        if (!ofRecord && method.getParameters().size() > HouseRules.PARAMETERS) {
            var text =
                    "%s has %d parameters, at most %d"
                            .formatted(
                                    method.getName(),
                                    method.getParameters().size(),
                                    HouseRules.PARAMETERS);
            add("parameters", method, text);
        }
        return super.visitMethod(method, around);
    }

    private void length(MethodTree method) {
        var first = method.getReturnType() == null ? method.getBody() : method.getReturnType();
        var lines = source.lastLineOf(method) - source.lineOf(first) + 1;
        if (lines > HouseRules.METHOD_LINES) {
            add(
                    "method-length",
                    method,
                    "%s has %d lines, at most %d"
                            .formatted(method.getName(), lines, HouseRules.METHOD_LINES));
        }
    }

    private void nesting(MethodTree method) {
        var deepest = Nesting.deepest(method.getBody());
        if (deepest > HouseRules.NESTING) {
            add(
                    "nesting",
                    method,
                    "%s nests %d deep, at most %d"
                            .formatted(method.getName(), deepest, HouseRules.NESTING));
        }
    }

    @Override
    public Void visitCatch(CatchTree caught, Tree around) {
        if (caught.getBlock().getStatements().isEmpty()) {
            add("empty-catch", caught, "a problem is swallowed: handle it or let it pass");
        }
        for (var type : alternatives(caught.getParameter())) {
            if (BROAD.contains(ClosedTypes.simpleName(type))) {
                add("broad-catch", caught, "catches every " + type + ": name what can happen here");
            }
        }
        return super.visitCatch(caught, around);
    }

    private static List<? extends Tree> alternatives(VariableTree parameter) {
        var type = parameter.getType();
        return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
    }

    @Override
    public Void visitSwitch(SwitchTree node, Tree around) {
        defaults(node, node.getCases());
        return super.visitSwitch(node, around);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree node, Tree around) {
        defaults(node, node.getCases());
        return super.visitSwitchExpression(node, around);
    }

    private void defaults(Tree node, List<? extends CaseTree> cases) {
        var labels = cases.stream().flatMap(c -> c.getLabels().stream()).toList();
        var overClosed =
                labels.stream()
                        .filter(PatternCaseLabelTree.class::isInstance)
                        .map(label -> ((PatternCaseLabelTree) label).getPattern())
                        .anyMatch(pattern -> closed.cases().contains(typeOf(pattern)));
        if (overClosed && labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)) {
            add("sealed-default", node, "a default hides the cases of a sealed type: name them");
        }
    }

    private static String typeOf(Tree pattern) {
        return switch (pattern) {
            case DeconstructionPatternTree record ->
                    ClosedTypes.simpleName(record.getDeconstructor());
            case BindingPatternTree binding ->
                    ClosedTypes.simpleName(binding.getVariable().getType());
            default -> "";
        };
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Tree around) {
        if (SKIPS.contains(ClosedTypes.simpleName(annotation.getAnnotationType()))) {
            add("skipped-test", annotation, "a skipped test proves nothing: mend it or delete it");
        }
        return super.visitAnnotation(annotation, around);
    }
}
