package dev.demarc.checks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The names that an expression takes from {@code related} and {@code params}, and whether it reads {@code now}. */
record References(
        Set<String> related,
        Set<String> parameters,
        boolean readsNow) {

    /** Refuses {@code related} and {@code params} in any other form than {@code related.name}, so that all names are known before. */
    static References in(CelAbstractSyntaxTree tree) {
        Set<String> related = new LinkedHashSet<>();
        Set<String> parameters = new LinkedHashSet<>();
        boolean[] readsNow = {false};
        CelNavigableAst.fromAst(tree).getRoot().allNodes().filter(node -> node.getKind() == Kind.IDENT)
                .forEach(node -> {
                    switch (node.expr().ident().name()) {
                        case "related" -> related.add(selected(tree, node));
                        case "params" -> parameters.add(selected(tree, node));
                        case "now" -> readsNow[0] = true;
                        default -> {
                        }
                    }
                });
        return new References(Set.copyOf(related), Set.copyOf(parameters), readsNow[0]);
    }

    private static String selected(CelAbstractSyntaxTree tree, CelNavigableExpr root) {
        Optional<CelSelect> select = root.parent().map(CelNavigableExpr::expr)
                .filter(parent -> parent.getKind() == Kind.SELECT).map(CelExpr::select);
        if (select.isEmpty()) {
            String name = root.expr().ident().name();
            CelSourceLocation at = Optional.ofNullable(tree.getSource().getPositionsMap().get(root.id()))
                    .flatMap(tree.getSource()::getOffsetLocation).orElse(CelSourceLocation.of(1, 0));
            throw new CheckDoesNotCompile(at.getLine(), at.getColumn() + 1, "'" + name + "' can only be read as "
                    + name + ".<name>");
        }
        return select.get().field();
    }
}
