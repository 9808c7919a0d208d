#include <epoxy/gl.h>

#include "ui/render/gl_program.h"

#include <QCoreApplication>
#include <QFile>

namespace entente::ui {

namespace {

unsigned compiled(GLenum kind, const QString& file, const QByteArray& preamble) {
    const QByteArray source = "#version 330 core\n" + preamble + shaderSource(file);
    const char* const text = source.constData();
    const unsigned shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    int done = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    if (done == 0) {
        QByteArray log(4096, '\0');
        glGetShaderInfoLog(shader, static_cast<int>(log.size()), nullptr, log.data());
        glDeleteShader(shader);
        throw OpenGlError(
            QCoreApplication::translate("OpenGL", "The shader %1 does not compile: %2")
                .arg(file, QString::fromUtf8(log.constData())));
    }
    return shader;
}

} // namespace

bool isSoftwareDriver() {
    const QByteArray driver(reinterpret_cast<const char*>(glGetString(GL_RENDERER)));
    return driver.contains("llvmpipe") || driver.contains("softpipe") || driver.contains("SWR") ||
           driver.contains("Software");
}

QByteArray shaderSource(const QString& file) {
    QFile source(QStringLiteral(":/shaders/") + file);
    if (!source.open(QIODevice::ReadOnly)) {
        throw OpenGlError(
            QCoreApplication::translate("OpenGL", "The shader %1 is missing.").arg(file));
    }
    return source.readAll();
}

GlProgram::GlProgram(const QString& name, const QByteArray& preamble) {
    const unsigned vertex = compiled(GL_VERTEX_SHADER, name + QStringLiteral(".vert"), preamble);
    const unsigned fragment =
        compiled(GL_FRAGMENT_SHADER, name + QStringLiteral(".frag"), preamble);
    id_ = glCreateProgram();
    glAttachShader(id_, vertex);
    glAttachShader(id_, fragment);
    glLinkProgram(id_);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    int done = 0;
    glGetProgramiv(id_, GL_LINK_STATUS, &done);
    if (done == 0) {
        glDeleteProgram(id_);
        throw OpenGlError(
            QCoreApplication::translate("OpenGL", "The program %1 does not link.").arg(name));
    }
}

GlProgram::~GlProgram() {
    glDeleteProgram(id_);
}

void GlProgram::use() const {
    glUseProgram(id_);
}

int GlProgram::uniform(const char* name) const {
    return glGetUniformLocation(id_, name);
}

} // namespace entente::ui
