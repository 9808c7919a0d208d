#pragma once

#include "core/formats/registry.h"
#include "core/model/validation.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <vector>

namespace entente {

/// Opens real files, and skips the test where they are not here.
struct RealData : testing::Test {
    const std::filesystem::path data = ENTENTE_DATA_DIR;

    void SetUp() override {
        if (!std::filesystem::exists(data)) {
            GTEST_SKIP() << "The real data are not here.";
        }
    }

    [[nodiscard]] OpenedDossier open(std::initializer_list<const char*> names) const {
        std::vector<std::filesystem::path> files;
        for (const char* const name : names) {
            files.push_back(data / name);
        }
        return openFiles(files);
    }
};

} // namespace entente
