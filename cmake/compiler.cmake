# Every target of the project is declared with these, so that it gets the same warnings and
# sanitizers. A target links only what it may use: that is how the layers of the design hold.

function(entente_settings target)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wconversion -Wshadow -Werror
        # The stringop and maybe-uninitialized warnings of GCC 12 misfire inside libstdc++.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow -Wno-maybe-uninitialized -Wno-restrict
            -Wno-array-bounds>
        # The warnings that count are GCC's; clang, which builds the fuzzers, has others.
        $<$<CXX_COMPILER_ID:Clang>:-Wno-error -Wno-sign-conversion>)
    if(ENTENTE_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${ENTENTE_SANITIZE}
            -fno-omit-frame-pointer)
        target_link_options(${target} PUBLIC -fsanitize=${ENTENTE_SANITIZE})
    endif()
endfunction()

# A part of core: no Qt.
function(entente_core_library name)
    cmake_parse_arguments(PART "" "" "SOURCES;LINKS" ${ARGN})
    add_library(entente_${name} STATIC ${PART_SOURCES})
    target_link_libraries(entente_${name} PUBLIC ${PART_LINKS})
    set_target_properties(entente_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    entente_settings(entente_${name})
endfunction()

# A part of ui: Qt Widgets and what it names.
function(entente_ui_library name)
    cmake_parse_arguments(PART "" "" "SOURCES;LINKS" ${ARGN})
    add_library(entente_${name} STATIC ${PART_SOURCES})
    target_link_libraries(entente_${name} PUBLIC ${PART_LINKS})
    target_compile_definitions(entente_${name} PRIVATE QT_NO_CAST_FROM_ASCII
        QT_NO_FOREACH)
    target_precompile_headers(entente_${name} PRIVATE ${PROJECT_SOURCE_DIR}/ui/precompiled.h)
    entente_settings(entente_${name})
endfunction()

# A program whose tasks of oneTBB run in one thread where ThreadSanitizer looks on, which does not
# see them begin and end.
function(entente_one_worker program)
    if(ENTENTE_SANITIZE STREQUAL "thread")
        target_sources(${program} PRIVATE ${PROJECT_SOURCE_DIR}/tests/one_worker.cpp)
        target_link_libraries(${program} PRIVATE TBB::tbb)
    endif()
endfunction()

# A test program named after the directory whose code it tests.
function(entente_test name)
    cmake_parse_arguments(PART "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(test_${name} ${PART_SOURCES})
    target_link_libraries(test_${name} PRIVATE ${PART_LINKS} GTest::gtest)
    entente_one_worker(test_${name})
    set(timeout 240)
    if(ENTENTE_SANITIZE STREQUAL "thread")
        set(timeout 900)
    endif()
    entente_settings(test_${name})
    target_compile_definitions(test_${name} PRIVATE
        ENTENTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        ENTENTE_DATA_DIR="${PROJECT_SOURCE_DIR}/../shared/data")
    add_test(NAME ${name} COMMAND test_${name})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TSAN_OPTIONS=history_size=7:suppressions=${PROJECT_SOURCE_DIR}/tests/thread_sanitizer.supp"
        TIMEOUT ${timeout})
endfunction()
