// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PackageScriptTest {
    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "sdk-commands build, true",
        "sdk-commands build --production, true",
        "npx sdk-commands build --skip-install, true",
        "sdk-commands build --customEntryPoint, false",
        "node prepare.js && sdk-commands build, false",
        "sdk-commands start, false"
    })
    void onlyTheBuildOfTheSdkCanBeDoneWithoutNode(String command, boolean isSdk) {
        assertEquals(isSdk, new PackageScript(command).isSdk());
    }

    @ParameterizedTest
    @CsvSource({
        "sdk-commands build, false",
        "sdk-commands build --production, true",
        "sdk-commands build -p, true",
        "sdk-commands build -p --skip-install, true"
    })
    void itIsKnownWhetherTheCodeIsToBeSmall(String command, boolean isProduction) {
        assertEquals(isProduction, new PackageScript(command).isProduction());
    }

    @Test
    void itIsReadFromThePackage() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"scripts\":{\"build\":\" make \"}}");
        assertEquals(new PackageScript("make"), PackageScript.of(folder));
    }

    @Test
    void aBrokenPackageSaysNothing() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"scripts\":{\"build\":");
        assertEquals(new PackageScript(""), PackageScript.of(folder));
    }
}
