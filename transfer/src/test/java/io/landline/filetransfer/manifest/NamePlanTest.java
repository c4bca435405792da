package io.landline.filetransfer.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.MalformedFrameException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names that files and folders of one offer get.
class NamePlanTest {
    private final List<String> tops = new ArrayList<>();
    private final NamePlan plan = new NamePlan(true, 1_000, 1_000, tops::add);
    private final NamePlan blunt = new NamePlan(false, 1_000, 1_000, _ -> {});

    @Test
    void honestNamesStayAsTheyAre() throws Exception {
        assertEquals("a/", plan.folder("a"));
        assertEquals("a/.git/", plan.folder("a/.git"));
        assertEquals("a/.git/config", plan.file("a/.git/config"));
        assertEquals("a/b", plan.file("a/b"));
        assertEquals("a/", plan.folder("a"));
        assertEquals(List.of("a"), tops);
    }

    @Test
    void h65_aSecondFileOfOnePathGetsANumber() throws Exception {
        plan.folder("a");
        assertEquals("a/b.txt", plan.file("a/b.txt"));
        assertEquals("a/b (2).txt", plan.file("a/b.txt"));
        assertEquals("a/b (3).txt", plan.file("a/b (2).txt"));
    }

    @Test
    void h65_aFileThatIsUsedAsAFolderStaysAndTheFolderGetsANumber() throws Exception {
        plan.folder("a");
        assertEquals("a/b", plan.file("a/b"));
        assertEquals("a/b (2)/c", plan.file("a/b/c"));
        assertEquals("a/b (2)/d", plan.file("a/b/d"));
        plan.folder("a/b.d");
        assertEquals("a/b (3)", plan.file("a/b"));
        assertEquals("a/b (2).d", plan.file("a/b.d"));
    }

    @Test
    void h58_theDiskSaysWhetherCaseCounts() throws Exception {
        for (NamePlan one : List.of(plan, blunt)) one.folder("a");
        plan.file("a/Read.me");
        blunt.file("a/Read.me");
        assertEquals("a/READ.ME", plan.file("a/READ.ME"));
        assertEquals("a/READ (2).ME", blunt.file("a/READ.ME"));
        blunt.folder("a/stra\u00dfe");
        assertEquals("a/STRASSE (2)/x", blunt.file("a/STRASSE/x"));
        plan.file("a/\u00e9");
        assertEquals("a/\u00e9 (2)", plan.file("a/e\u0301"), "composed and decomposed are one name");
    }

    @Test
    void h58_foldersThatDifferOnlyInCaseAreNotMergedWhereCaseDoesNotCount() throws Exception {
        blunt.folder("Top");
        blunt.folder("TOP");
        assertEquals("Top/x", blunt.file("Top/x"));
        assertEquals("TOP (2)/x", blunt.file("TOP/x"));
    }

    @Test
    void h55_h59_namesThatSomeSystemCannotHaveAreChangedAndNeverDropped() throws Exception {
        plan.folder("a");
        assertEquals("a/_CON", plan.file("a/CON"));
        assertEquals("a/_CON (2)", plan.file("a/_CON"));
        assertEquals("a/x_y", plan.file("a/x\ny"));
        assertEquals("a/x_y (2)", plan.file("a/x\u202ey"));
        assertTrue(plan.file("a/" + "l".repeat(300) + ".txt").endsWith("].txt"));
    }

    @Test
    void h65_moreEntriesOfOneNameThanMayBeAreRefused() throws Exception {
        for (int n = 0; n < NamePlan.NAMESAKES_MAX; n++) plan.file("a/b");
        assertThrows(MalformedFrameException.class, () -> plan.file("a/b"));
    }

    @Test
    void h65_moreFoldersThanOfferedAreRefusedAlsoThoseThatNoEntryNames() throws Exception {
        var small = new NamePlan(true, 10, 2, _ -> {});
        small.file("a/b/c");
        assertThrows(MalformedFrameException.class, () -> small.file("a/d/c"));
    }

    @Test
    void aFullSetOfKeysIsNotSearchedForEver() {
        var keys = new HashedTextSet(2);
        for (int n = 0; n < 4; n++) assertTrue(keys.add("text " + n) && !keys.add("text " + n));
        assertFalse(keys.add("text 0"));
        assertThrows(IllegalStateException.class, () -> keys.add("one more"));
    }
}
