#include <epoxy/gl.h>

#include "ui/render/gl_buffer.h"

#include <algorithm>

namespace entente::ui {

GlBuffer::GlBuffer() {
    glGenBuffers(1, &id_);
}

GlBuffer::~GlBuffer() {
    glDeleteBuffers(1, &id_);
}

void GlBuffer::bind() const {
    glBindBuffer(GL_ARRAY_BUFFER, id_);
}

void GlBuffer::bindInstances(unsigned attribute, std::size_t first) const {
    bind();
    glVertexAttribIPointer(attribute, 1, GL_UNSIGNED_INT, 0,
                           reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
    glEnableVertexAttribArray(attribute);
    glVertexAttribDivisor(attribute, 1);
}

void GlBuffer::fill(const void* data, std::size_t bytes) {
    bind();
    if (bytes > room_ || bytes < room_ / 4) {
        room_ = std::max<std::size_t>(bytes, 16);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(room_), nullptr, GL_DYNAMIC_DRAW);
    }
    bytes_ = bytes;
    glBufferSubData(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(bytes), data);
}

void GlBuffer::grow(std::size_t bytes) {
    if (bytes > room_) {
        const std::size_t room = std::max(bytes, room_ + room_ / 2);
        unsigned larger = 0;
        glGenBuffers(1, &larger);
        glBindBuffer(GL_COPY_WRITE_BUFFER, larger);
        glBufferData(GL_COPY_WRITE_BUFFER, static_cast<GLsizeiptr>(room), nullptr, GL_DYNAMIC_DRAW);
        glBindBuffer(GL_COPY_READ_BUFFER, id_);
        glCopyBufferSubData(GL_COPY_READ_BUFFER, GL_COPY_WRITE_BUFFER, 0, 0,
                            static_cast<GLsizeiptr>(bytes_));
        glDeleteBuffers(1, &id_);
        id_ = larger;
        room_ = room;
    }
    bytes_ = std::max(bytes_, bytes);
}

void GlBuffer::replace(std::size_t offset_, const void* data, std::size_t bytes) {
    bind();
    glBufferSubData(GL_ARRAY_BUFFER, static_cast<GLintptr>(offset_), static_cast<GLsizeiptr>(bytes),
                    data);
}

} // namespace entente::ui
