package io.landline;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds in a source where a reason is read out of an exception's message: out of `getMessage()` itself, or out of a
/// variable that was made of it. A message is for people, and may be in the language of the system.
final class MessageReading extends TreeScanner<Void, Void> {
    private static final Set<String> READING = Set.of("contains", "startsWith", "endsWith", "equals",
            "equalsIgnoreCase", "indexOf", "lastIndexOf", "matches", "split", "substring");

    private final String name;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Set<String> messages = new HashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    private MessageReading(String name, CompilationUnitTree unit, SourcePositions positions) {
        this.name = name;
        this.unit = unit;
        this.positions = positions;
    }

    /// @param sources text by name
    /// @return each as `file:line`
    static List<String> places(Map<String, String> sources) throws IOException {
        var places = new ArrayList<String>();
        List<String> unread = SourceParser.parse(sources, (name, unit, positions) -> {
            var reading = new MessageReading(name, unit, positions);
            reading.scan(unit, null);
            places.addAll(reading.mistakes);
        });
        places.addAll(0, unread);
        return places;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        messages.clear();
        return super.visitMethod(tree, nothing);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        if (isMessage(tree.getInitializer())) messages.add(tree.getName().toString());
        return super.visitVariable(tree, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        if (tree.getMethodSelect() instanceof MemberSelectTree called) {
            boolean reads = READING.contains(called.getIdentifier().toString());
            boolean given = tree.getArguments().stream().anyMatch(this::isMessage);
            if (reads && (isMessage(called.getExpression()) || given)) report(tree);
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    /// `text::contains`, handed to a stream.
    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
        if (READING.contains(tree.getName().toString()) && isMessage(tree.getQualifierExpression())) report(tree);
        return super.visitMemberReference(tree, nothing);
    }

    private boolean isMessage(@Nullable Tree tree) {
        return switch (tree) {
            case IdentifierTree named -> messages.contains(named.getName().toString());
            case MethodInvocationTree call when call.getMethodSelect() instanceof MemberSelectTree called -> called
                    .getIdentifier()
                    .contentEquals("getMessage")
                    || called.getIdentifier().contentEquals("getLocalizedMessage")
                    || isMessage(called.getExpression()) && !isReading(called)
                    || called.getIdentifier().contentEquals("valueOf") && isAnyMessage(call.getArguments());
            case ConditionalExpressionTree choice -> isMessage(choice.getTrueExpression())
                    || isMessage(choice.getFalseExpression());
            case ParenthesizedTree inner -> isMessage(inner.getExpression());
            case null, default -> false;
        };
    }

    private static boolean isReading(MemberSelectTree called) {
        return READING.contains(called.getIdentifier().toString());
    }

    private boolean isAnyMessage(List<? extends ExpressionTree> arguments) {
        return arguments.stream().anyMatch(this::isMessage);
    }

    private void report(Tree tree) {
        mistakes.add(name + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree)));
    }
}
