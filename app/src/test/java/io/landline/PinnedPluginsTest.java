package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Each plugin of the build and each part of the program has one fixed version: what Maven brings today, it brings in a
/// year.
class PinnedPluginsTest {
    /// What Maven binds to a build by itself, in a version of its own choice (`mvn help:describe -Dcmd=deploy`).
    private static final Set<String> OF_MAVEN = Set.of("maven-clean-plugin", "maven-resources-plugin",
            "maven-compiler-plugin", "maven-surefire-plugin", "maven-jar-plugin", "maven-install-plugin",
            "maven-deploy-plugin");
    private static final String ROOT = "pom.xml";

    /// @param poms by name, with the root's
    private static Set<String> mistakes(Map<String, String> poms) throws Exception {
        Set<String> pinned = new HashSet<>();
        Set<String> mistakes = new TreeSet<>();
        for (Element plugin : elements(poms.get(ROOT), "plugin")) {
            if (!child(plugin, "version").isEmpty()) pinned.add(child(plugin, "artifactId"));
        }
        for (String name : OF_MAVEN) {
            if (!pinned.contains(name)) mistakes.add(name + " has no version in the root pom");
        }
        for (String pom : poms.keySet()) {
            for (String kind : List.of("plugin", "dependency", "path", "artifactItem")) {
                for (Element each : elements(poms.get(pom), kind)) {
                    String name = child(each, "artifactId");
                    String version = child(each, "version");
                    if (!isFixed(version)) mistakes.add(pom + ": " + name + " has the version " + version);
                    boolean unpinned = kind.equals("plugin") && version.isEmpty() && !pinned.contains(name);
                    if (unpinned) mistakes.add(pom + ": " + name + " has no version");
                }
            }
        }
        return mistakes;
    }

    /// Properties of the root pom and of Maven are as fixed as the pom.
    private static boolean isFixed(String version) {
        return !version.matches(".*[\\[\\](),].*|LATEST|RELEASE|.*-SNAPSHOT");
    }

    private static List<Element> elements(String pom, String name) throws Exception {
        var source = new InputSource(new StringReader(pom));
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(source)
                .getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }

    private static String child(Element of, String name) {
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) return node.getTextContent().strip();
        }
        return "";
    }

    @Test
    void eachPluginHasOneVersion() throws Exception {
        Map<String, String> poms = Checkout.read().texts(name -> name.matches("(?:[a-z]+/)?pom\\.xml"));
        assertEquals(6, poms.size());
        assertEquals(Set.of(), mistakes(poms));
    }

    @Test
    void aPluginWithoutAVersionAndARangeOfVersionsAreFound() throws Exception {
        var poms = new TreeMap<>(Checkout.read().texts(name -> name.matches("(?:[a-z]+/)?pom\\.xml")));
        String jar = "<artifactId>maven-jar-plugin</artifactId><version>";
        assertTrue(poms.get(ROOT).contains(jar));
        poms.compute(ROOT, (_, pom) -> pom.replaceAll(jar + "[0-9.]+</version>", "<artifactId>maven-jar-plugin"
                + "</artifactId>"));
        poms.put("x/pom.xml", "<project><plugin><artifactId>free</artifactId></plugin><dependency><artifactId>open"
                + "</artifactId><version>[1,2)</version></dependency><plugin><artifactId>last</artifactId>"
                + "<version>LATEST</version></plugin></project>");
        assertTrue(mistakes(poms).containsAll(Set.of("maven-jar-plugin has no version in the root pom",
                "x/pom.xml: free has no version", "x/pom.xml: open has the version [1,2)",
                "x/pom.xml: last has the version LATEST")), mistakes(poms).toString());
    }
}
