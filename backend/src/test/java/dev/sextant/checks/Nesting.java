// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/// How deep a method's branches, loops, switches and tries stand in one another. An `else if` stands beside its `if`;
/// a class inside the method starts anew.
final class Nesting extends TreeScanner<Void, Integer> {
    private int deepest;

    private Nesting() {}

    static int deepest(BlockTree body) {
        var nesting = new Nesting();
        nesting.scan(body, 0);
        return nesting.deepest;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree node, Integer depth) {
        return super.scan(node, opens(node) ? enter(depth) : depth);
    }

    private int enter(int depth) {
        deepest = Math.max(deepest, depth + 1);
        return depth + 1;
    }

    private static boolean opens(@Nullable Tree node) {
        return node instanceof IfTree
                || node instanceof ForLoopTree
                || node instanceof EnhancedForLoopTree
                || node instanceof WhileLoopTree
                || node instanceof DoWhileLoopTree
                || node instanceof SwitchTree
                || node instanceof SwitchExpressionTree
                || node instanceof TryTree
                || node instanceof SynchronizedTree;
    }

    @Override
    public @Nullable Void visitIf(IfTree branch, Integer depth) {
        scan(branch.getCondition(), depth);
        scan(branch.getThenStatement(), depth);
        var otherwise = branch.getElseStatement();
        return otherwise instanceof IfTree next ? visitIf(next, depth) : scan(otherwise, depth);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Integer depth) {
        return null;
    }
}
