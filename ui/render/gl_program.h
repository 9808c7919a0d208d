#pragma once

#include <QByteArray>
#include <QString>

#include <stdexcept>

namespace entente::ui {

/// OpenGL cannot do what the canvas needs: it is missing, too old, or its context was lost.
class OpenGlError : public std::runtime_error {
public:
    explicit OpenGlError(const QString& message) : std::runtime_error(message.toStdString()) {}
};

/// A linked program of a vertex and a fragment shader (OpenGL 3.3). Made, used and destroyed with
/// the same context current.
class GlProgram {
public:
    /// `name`.vert and `name`.frag of the shaders; `preamble` comes before both. Throws
    /// OpenGlError with the compiler's words.
    explicit GlProgram(const QString& name, const QByteArray& preamble = {});
    ~GlProgram();
    GlProgram(const GlProgram&) = delete;
    GlProgram& operator=(const GlProgram&) = delete;

    void use() const;
    /// −1 where the program has no such uniform: setting it does nothing.
    [[nodiscard]] int uniform(const char* name) const;

private:
    unsigned id_ = 0;
};

/// Whether the processor does a graphics card's work in the current context.
bool isSoftwareDriver();

/// The text of a file of the shaders.
QByteArray shaderSource(const QString& file);

} // namespace entente::ui
